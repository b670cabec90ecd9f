using System.Globalization;
using System.Text;
using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Reporting.Results;

/// <summary>optimization_history.csv: one line a trial and rung, in trial order.</summary>
public static class OptimizationHistory
{
    /// <summary>The file's text: header, then trial, bracket, rung, resource, value, state, duplicate_of and every parameter.</summary>
    /// <param name="outcome">What the study found.</param>
    public static string Render(StudyOutcome outcome)
    {
        var names = outcome.Search.Trials.Count == 0 ? [] : outcome.Search.Trials[0].Parameters.Space.Names;
        var text = new StringBuilder("trial,bracket,rung,resource,value_in_sample,state,duplicate_of");
        foreach (var name in names)
        {
            text.Append(',').Append(name);
        }

        text.Append('\n');
        foreach (var trial in outcome.Search.Trials)
        {
            foreach (var rung in trial.Rungs)
            {
                text.Append(CultureInfo.InvariantCulture, $"{trial.Number},{trial.Bracket},{rung.Rung},{rung.Resource},{rung.Value:R},{trial.State},{trial.DuplicateOf}");
                foreach (var value in trial.Parameters.AsDictionary.Values)
                {
                    text.Append(CultureInfo.InvariantCulture, $",{value}");
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
