using NetflixPrep.Bot.Storage;
using NetflixPrep.Core;
using NetflixPrep.Core.Reviews;

namespace NetflixPrep.Bot.Committees;

/// <summary>The person's answers whose reviews are open: in a group that group's only, in direct messages all.</summary>
internal delegate Seq<ReviewedRound> ReviewedRounds(Reads reads, PersonId person);
