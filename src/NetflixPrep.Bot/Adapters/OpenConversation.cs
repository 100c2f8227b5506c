using NetflixPrep.Core;

namespace NetflixPrep.Bot.Adapters;

/// <summary>A conversation that is under way, so that what was said while the bot was away can be read.</summary>
/// <param name="Group">Its server or workspace, or null for direct messages and when it is not known.</param>
/// <param name="LastMessageId">The newest message of it that is kept; null to read from the thread's beginning.</param>
internal sealed record OpenConversation(PlaceId Place, string? Group, string? LastMessageId);
