namespace Ratchet.Reporting.Charts;

/// <summary>
/// The colours of a theme. Series follow the set that M. Okabe and K. Ito (2008) chose to be told apart with any common
/// colour vision; they are darkened for light paper and lightened for dark, to at least 3 : 1 against the page. Text has at
/// least 4.5 : 1.
/// </summary>
public sealed record ChartPalette
{
    /// <summary>The page.</summary>
    public required string Page { get; init; }

    /// <summary>Raised surfaces: cards and code.</summary>
    public required string Card { get; init; }

    /// <summary>Main text.</summary>
    public required string Ink { get; init; }

    /// <summary>Secondary text.</summary>
    public required string Quiet { get; init; }

    /// <summary>Grid lines and borders.</summary>
    public required string Rule { get; init; }

    /// <summary>Gains.</summary>
    public required string Gain { get; init; }

    /// <summary>Losses.</summary>
    public required string Loss { get; init; }

    /// <summary>Warnings, as text.</summary>
    public required string Warning { get; init; }

    /// <summary>The ground of warnings.</summary>
    public required string WarningGround { get; init; }

    /// <summary>Categorical colours.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>Ordered colours, from the first rung to the last.</summary>
    public required IReadOnlyList<string> Ordered { get; init; }

    /// <summary>For light pages and print.</summary>
    public static ChartPalette Light { get; } = new()
    {
        Page = "#ffffff",
        Card = "#f6f7f9",
        Ink = "#16202b",
        Quiet = "#566270",
        Rule = "#dde2e8",
        Gain = "#0068a6",
        Loss = "#b84a00",
        Warning = "#7a4100",
        WarningGround = "#fff4e0",
        Series = ["#0072b2", "#b87700", "#00845f", "#b0508b", "#c24e00", "#2f86b8"],
        Ordered = ["#87929e", "#3f8fbf", "#0064a0", "#5a45a0", "#a0307c", "#c24e00"],
    };

    /// <summary>For dark pages.</summary>
    public static ChartPalette Dark { get; } = new()
    {
        Page = "#10151b",
        Card = "#191f27",
        Ink = "#e8ecf1",
        Quiet = "#9eabb9",
        Rule = "#2c353f",
        Gain = "#5cb8ee",
        Loss = "#ff9354",
        Warning = "#ffc46b",
        WarningGround = "#2e2413",
        Series = ["#56b4e9", "#e69f00", "#2ec49b", "#e08fbf", "#ff8a4c", "#8fb7d6"],
        Ordered = ["#7c8895", "#4f9fce", "#6fc3f2", "#a896f0", "#e28bc6", "#ffab70"],
    };

    /// <summary>The colours as declarations of CSS variables.</summary>
    public string Variables()
    {
        var series = Series.Select((colour, i) => $"--s{i}:{colour};");
        var ordered = Ordered.Select((colour, i) => $"--q{i}:{colour};");
        return $"--page:{Page};--card:{Card};--ink:{Ink};--quiet:{Quiet};--rule:{Rule};--gain:{Gain};--loss:{Loss};"
            + $"--warn:{Warning};--warn-ground:{WarningGround};" + string.Concat(series) + string.Concat(ordered);
    }
}
