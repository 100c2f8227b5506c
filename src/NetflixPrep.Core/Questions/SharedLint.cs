namespace NetflixPrep.Core.Questions;

/// <summary>Lint for the files that all questions share.</summary>
internal static class SharedLint
{
    internal static void Check(BankContents contents, LintNotes notes)
    {
        var rounds = Rounds.All.Select(round => round.Id).ToSeq();
        var skills = contents.Skills.Select(skill => skill.Id).ToSeq();
        var causes = contents.RootCauses.Select(cause => cause.Id).ToSeq();

        notes.Unique("topics.topics", "topic", contents.Topics.Select(topic => topic.Id));
        notes.Unique("topics.skills", "skill", skills);
        notes.Unique("ladders", "ladder", contents.Ladders.Select(ladder => ladder.Id));
        notes.Unique("rootCauses", "root cause", causes);
        notes.Unique("loops", "loop", contents.Loops.Select(loop => loop.Id));
        notes.Unique("rubric", "dimension", contents.Rubric.Select(dimension => dimension.Id));
        notes.Unique("pitfalls", "pitfall", contents.Pitfalls.Select(shared => shared.Pitfall.Id));

        notes.Unique("terms", "term", contents.Terms.Select(term => term.Id));
        for (var i = 0; i < contents.Terms.Count; i++)
        {
            notes.Length($"terms[{i}].means", contents.Terms[i].Means, 60);
            if (contents.Terms[i].Items.Count == 0) notes.Error($"terms[{i}].items", "the term has no words.", "Add an item, or take the term out.");
            DetectorLint.Items(contents.Terms[i].Items, $"terms[{i}].items", notes);
        }

        for (var i = 0; i < contents.Ladders.Count; i++)
        {
            var (ladder, path) = (contents.Ladders[i], $"ladders[{i}]");
            notes.AllKnown($"{path}.rounds", "round", ladder.Rounds, rounds);
            notes.Unique($"{path}.steps", "step", ladder.Steps.Select(step => step.Id));
            for (var s = 0; s < ladder.Steps.Count; s++) notes.Length($"{path}.steps[{s}].label", ladder.Steps[s].Label, 20);
        }
        foreach (var round in rounds.Where(round => !contents.Ladders.Any(ladder => ladder.Rounds.Contains(round))))
        {
            notes.Error("ladders", $"the round '{round}' has no ladder.", "Name the round under one ladder's 'rounds'.");
        }
        for (var i = 0; i < contents.RootCauses.Count; i++)
        {
            var (cause, path) = (contents.RootCauses[i], $"rootCauses[{i}]");
            notes.Length($"{path}.label", cause.Label, 30);
            notes.Length($"{path}.fix", cause.Fix, 300);
            notes.AllKnown($"{path}.skills", "skill", cause.Skills, skills);
            if (cause.Skills.Count > 0 == (cause.Behaviour != Behaviour.None))
            {
                notes.Error(path, "a root cause is checked by skills or by a behaviour.", "Write exactly one of 'skills' and 'behaviour'.");
            }
        }
        for (var i = 0; i < contents.Pitfalls.Count; i++)
        {
            var (shared, path) = (contents.Pitfalls[i], $"pitfalls[{i}]");
            notes.AllKnown($"{path}.rounds", "round", shared.Rounds, rounds);
            notes.Length($"{path}.label", shared.Pitfall.Label, 80);
            notes.Known($"{path}.root_cause", "root cause", shared.Pitfall.RootCause, causes);
            if (shared.Pitfall.Detect is { } detect) DetectorLint.Check(detect, $"{path}.detect", null, notes);
        }
        for (var i = 0; i < contents.Rubric.Count; i++)
        {
            var (dimension, path) = (contents.Rubric[i], $"rubric[{i}]");
            notes.Length($"{path}.label", dimension.Label, 40);
            CheckAnchors(dimension.Anchors, $"{path}.anchors", notes);
            for (var r = 0; r < dimension.Rounds.Count; r++) notes.Known($"{path}.rounds[{r}].round", "round", dimension.Rounds[r].Round, rounds);
            foreach (var round in rounds.Where(round => dimension.Rounds.All(wording => wording.Round != round)))
            {
                notes.Error($"{path}.rounds", $"'{dimension.Id}' has no wording for the round '{round}'.", "Add one sentence for it.");
            }
        }
        for (var i = 0; i < contents.Loops.Count; i++)
        {
            var loop = contents.Loops[i];
            notes.AllKnown($"loops[{i}].covers", "topic", loop.Covers, contents.Topics.Select(topic => topic.Id));
            notes.Range($"loops[{i}].most_per_topic", loop.MostPerTopic, 1, 10);
            for (var r = 0; r < loop.Rounds.Count; r++)
            {
                notes.Known($"loops[{i}].rounds[{r}].round", "round", loop.Rounds[r].Round, rounds);
                notes.Range($"loops[{i}].rounds[{r}].minutes", loop.Rounds[r].Minutes, 10, 90);
            }
        }
    }

    /// <summary>1, 3 and 5 once each, all different.</summary>
    internal static void CheckAnchors(Seq<Anchor> anchors, string path, LintNotes notes)
    {
        foreach (var group in anchors.GroupBy(anchor => anchor.Dimension))
        {
            var scores = group.Select(anchor => anchor.Score).Order().ToSeq();
            if (scores is not [1, 3, 5]) notes.Error(path, $"'{group.Key}' has anchors for {string.Join(", ", scores)}.", "Write one each for 1, 3 and 5.");
            if (group.Select(anchor => anchor.Short.Trim().ToLowerInvariant()).Distinct().Count() < group.Count()
                || group.Select(anchor => anchor.Long.Trim().ToLowerInvariant()).Distinct().Count() < group.Count())
            {
                notes.Error(path, $"two anchors of '{group.Key}' say the same.", "Say what differs between 1, 3 and 5.");
            }
        }
        for (var i = 0; i < anchors.Count; i++)
        {
            notes.Length($"{path}[{i}].short", anchors[i].Short, 75);
            notes.Length($"{path}[{i}].long", anchors[i].Long, 300);
        }
    }
}
