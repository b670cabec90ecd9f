using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Facts of a scored trial by name, as text that restores every number exactly.</summary>
public sealed class TrialFacts : IReadOnlyDictionary<string, string>
{
    /// <summary>On a trial whose time was over at some rung: the study is not reproducible.</summary>
    internal const string TimedOut = "timed_out";

    private readonly SortedDictionary<string, string> facts;

    private TrialFacts(SortedDictionary<string, string> facts) => this.facts = facts;

    /// <summary>No facts.</summary>
    public static TrialFacts Empty { get; } = new(new(StringComparer.Ordinal));

    /// <inheritdoc/>
    public int Count => facts.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => facts.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> Values => facts.Values;

    /// <inheritdoc/>
    public string this[string key] => facts[key];

    /// <summary>The facts of a simulated run.</summary>
    /// <param name="run">The run.</param>
    public static TrialFacts Of(ScoredRun run)
    {
        var metrics = run.Metrics;
        return new(new(StringComparer.Ordinal)
        {
            ["composite"] = Text(run.Score.Composite),
            ["viable"] = run.Score.Viable ? "true" : "false",
            ["reasons"] = string.Join("; ", run.Score.Reasons),
            ["trades"] = metrics.Trades.ToString(),
            ["sharpe"] = Text(metrics.Sharpe),
            ["profit_factor"] = Text(metrics.ProfitFactor),
            ["max_drawdown"] = Text(metrics.MaximumDrawdown),
            ["total_return"] = Text(metrics.TotalReturn),
        });
    }

    /// <summary>The facts of one model's out-of-fold skill.</summary>
    /// <param name="skill">The skill.</param>
    public static TrialFacts Of(ModelSkill skill) => new(new(StringComparer.Ordinal)
    {
        ["score"] = Text(skill.Score),
        ["loss"] = Text(skill.Loss),
        ["base_loss"] = Text(skill.BaseLoss),
        ["base_rate"] = Text(skill.BaseRate),
    });

    /// <summary>The same facts and one more.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its text.</param>
    public TrialFacts With(string name, string value) => new(new(facts, StringComparer.Ordinal) { [name] = value });

    /// <inheritdoc/>
    public bool ContainsKey(string key) => facts.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => facts.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => facts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => facts.GetEnumerator();

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
