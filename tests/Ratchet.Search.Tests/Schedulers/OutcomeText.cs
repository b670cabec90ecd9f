using System.Globalization;
using System.Text;
using Ratchet.Search.Schedulers;

namespace Ratchet.Search.Tests.Schedulers;

/// <summary>All of an outcome as text, numbers by their bits, so that two outcomes can be compared.</summary>
public static class OutcomeText
{
    public static string Of(HyperbandOutcome outcome)
    {
        var text = new StringBuilder();
        foreach (var t in outcome.Trials)
        {
            text.Append(CultureInfo.InvariantCulture, $"{t.Number} {t.Iteration} {t.Bracket} {t.Parameters.Key} {t.State} {t.Value:R} {t.LowestFidelityValue:R} {t.DuplicateOf} {t.Failure} ");
            text.AppendJoin(',', t.Rungs.Select(r => $"{r.Rung}@{r.Resource:R}={BitConverter.DoubleToInt64Bits(r.Value):x}")).Append(' ');
            text.AppendJoin(',', t.Attributes.Select(a => $"{a.Key}={a.Value}")).Append('\n');
        }

        text.AppendJoin('\n', outcome.Survival).Append('\n');
        text.AppendJoin(',', outcome.Ranking.Select(t => t.Number)).Append('\n');
        text.AppendJoin(',', outcome.LowestFidelityRanking(20).Select(t => t.Number)).Append('\n');
        return text.Append(CultureInfo.InvariantCulture, $"{outcome.Iterations} {outcome.EndedEarly}").ToString();
    }
}
