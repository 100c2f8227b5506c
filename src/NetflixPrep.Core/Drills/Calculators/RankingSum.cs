namespace NetflixPrep.Core.Drills.Calculators;

/// <summary>NDCG at k of a short list with graded relevance.</summary>
internal static class RankingSum
{
    internal static Sum Make(SumKind kind, Draw draw)
    {
        while (true)
        {
            var k = draw.Between(3, 5);
            int[] relevance = new int[k + draw.Between(1, 2)];
            for (var i = 0; i < relevance.Length; i++) relevance[i] = draw.Between(0, 3);
            if (Ratio(relevance, k, Gain, Discount) is >= 0.35 and <= 0.95) return For(kind, relevance, k);
        }
    }

    internal static Sum For(SumKind kind, int[] relevance, int k)
    {
        int[] ideal = [.. relevance.OrderDescending()];
        var (own, best) = (Dcg(relevance, k, Gain, Discount), Dcg(ideal, k, Gain, Discount));
        var answer = new SumAnswer($"NDCG at {k}", own / best, "", 2) { Measure = Measure.Share, Decimals = 3, Words = ["ndcg"] };
        return new()
        {
            Kind = kind,
            Prompt = InDigits.Lines(
                "A ranker shows these titles. How relevant each one was, from 0 to 3:",
                InDigits.Lines(relevance.Select((grade, at) => $"- Rank {at + 1}: {grade}")),
                "",
                $"What is NDCG at {k}? The gain is 2^relevance − 1, divided by log₂(rank + 1); the ideal list holds the same {relevance.Length} titles.",
                "log₂ of 3 is 1.585, of 5 is 2.322, of 6 is 2.585."),
            Expected = [answer],
            Working =
            [
                $"DCG: {Terms(relevance, k)} = {InDigits.Fixed(own, 3)}.",
                $"Ideal order: {string.Join(", ", ideal.Take(k))}.",
                $"Ideal DCG: {Terms(ideal, k)} = {InDigits.Fixed(best, 3)}.",
                $"{InDigits.Fixed(own, 3)} ÷ {InDigits.Fixed(best, 3)} = {answer.Write(answer.Value)}.",
            ],
            Slips =
            [
                .. SumSlip.Of(answer,
                    ("with log₂ of the rank instead of rank + 1", Ratio(relevance, k, Gain, rank => rank == 1 ? 1 : Math.Log2(rank))),
                    ("with the relevance itself as the gain", Ratio(relevance, k, grade => grade, Discount)),
                    ($"with an ideal list made of the first {k} only", own / Dcg([.. relevance.Take(k).OrderDescending()], k, Gain, Discount)),
                    ("without dividing by the ideal list", own)),
            ],
        };
    }

    private static double Gain(int grade) => (1 << grade) - 1;

    private static double Discount(int rank) => Math.Log2(rank + 1);

    private static double Ratio(int[] relevance, int k, Func<int, double> gain, Func<int, double> discount) =>
        Dcg(relevance, k, gain, discount) / Dcg([.. relevance.OrderDescending()], k, gain, discount);

    private static double Dcg(int[] relevance, int k, Func<int, double> gain, Func<int, double> discount) =>
        relevance.Take(k).Select((grade, at) => gain(grade) / discount(at + 1)).Sum();

    private static string Terms(int[] relevance, int k) =>
        string.Join(" + ", relevance.Take(k).Select((grade, at) => $"{InDigits.Short(Gain(grade))} ÷ {InDigits.Fixed(Discount(at + 1), 3)}"));
}
