namespace Ratchet.Numerics.Scores;

/// <summary>Sums over groups of t tied values: t(t-1)/2, t(t-1)(t-2) and t(t-1)(2t+5). The latter two in double: they outgrow integers.</summary>
internal readonly record struct TieSums(long Pairs, double Triples, double Spread)
{
    public static TieSums Of(ReadOnlySpan<double> sorted)
    {
        var pairs = 0L;
        var triples = 0.0;
        var spread = 0.0;
        for (var first = 0; first < sorted.Length;)
        {
            var end = ScoreInputs.TieEnd(sorted, first);
            long t = end - first;
            pairs += t * (t - 1) / 2;
            triples += (double)(t * (t - 1)) * (t - 2);
            spread += (double)(t * (t - 1)) * ((2 * t) + 5);
            first = end;
        }

        return new(pairs, triples, spread);
    }
}
