using System.Globalization;

namespace Ratchet.Learning.Forests;

/// <summary>How many features a node looks at, as scikit-learn's max_features. The default value is the square root.</summary>
public readonly record struct MaxFeatures
{
    private readonly Rule rule;
    private readonly double amount;

    private MaxFeatures(Rule rule, double amount)
    {
        this.rule = rule;
        this.amount = amount;
    }

    private enum Rule
    {
        Sqrt,
        Log2,
        All,
        Fraction,
        Count,
    }

    /// <summary>The square root of the number of features, rounded down.</summary>
    public static MaxFeatures Sqrt => new(Rule.Sqrt, 0);

    /// <summary>The binary logarithm of the number of features, rounded down.</summary>
    public static MaxFeatures Log2 => new(Rule.Log2, 0);

    /// <summary>Every feature.</summary>
    public static MaxFeatures All => new(Rule.All, 0);

    /// <summary>A share of the features, rounded down.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static MaxFeatures Fraction(double share) => share is > 0 and <= 1
        ? new(Rule.Fraction, share)
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A fraction of the features must be above 0 and at most 1.");

    /// <summary>A number of features; where there are fewer, all.</summary>
    /// <param name="features">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static MaxFeatures Count(int features) => features >= 1
        ? new(Rule.Count, features)
        : throw new ArgumentOutOfRangeException(nameof(features), features, "A count of features must be at least 1.");

    /// <summary>Reads <c>sqrt</c>, <c>log2</c>, <c>all</c>, a fraction with a point such as <c>0.3</c>, or a count such as <c>12</c>.</summary>
    /// <param name="text">The text; letter case does not matter.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static MaxFeatures Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (trimmed.Equals("sqrt", StringComparison.OrdinalIgnoreCase))
        {
            return Sqrt;
        }

        if (trimmed.Equals("log2", StringComparison.OrdinalIgnoreCase))
        {
            return Log2;
        }

        if (trimmed.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            return All;
        }

        if (int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1)
        {
            return Count(count);
        }

        return double.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1 && trimmed.Contains('.', StringComparison.Ordinal)
            ? Fraction(share)
            : throw new FormatException($"max features is '{text}'; it must be sqrt, log2, all, a fraction in (0, 1] such as 0.3, or a count such as 12.");
    }

    /// <summary>The number for a data set: at least 1, at most all.</summary>
    /// <param name="featureCount">How many features there are.</param>
    public int Resolve(int featureCount)
    {
        var wanted = rule switch
        {
            Rule.Sqrt => Math.Sqrt(featureCount),
            Rule.Log2 => Math.Log2(featureCount),
            Rule.Fraction => amount * featureCount,
            Rule.Count => amount,
            _ => featureCount,
        };
        return Math.Clamp((int)wanted, 1, Math.Max(featureCount, 1));
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => rule switch
    {
        Rule.Sqrt => "sqrt",
        Rule.Log2 => "log2",
        Rule.All => "all",
        Rule.Count => amount.ToString("0", CultureInfo.InvariantCulture),
        _ when amount == 1 => "1.0",
        _ => amount.ToString("0.0################", CultureInfo.InvariantCulture),
    };
}
