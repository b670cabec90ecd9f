using System.Collections.ObjectModel;

namespace Ratchet.Search.Schedulers;

/// <summary>What came of one evaluation.</summary>
/// <param name="TrialNumber">The trial of the request.</param>
/// <param name="Resource">The resource of the request.</param>
/// <param name="Value">The value, larger is better; infinities are allowed, NaN only with a failure.</param>
/// <param name="Intermediates">
/// Values at smaller resources that fell out on the way, such as at the plan's lowest. Each resource must round to a smaller step than the
/// request's; one that is recorded already is ignored.
/// </param>
/// <param name="Attributes">Texts to be kept with the trial. The names in <see cref="TrialAttributes"/> belong to the scheduler.</param>
/// <param name="Failure">Null, or what went wrong: the exception's text. A failed trial is not evaluated further.</param>
public sealed record RungResult(
    int TrialNumber,
    double Resource,
    double Value,
    IReadOnlyList<(double Resource, double Value)> Intermediates,
    IReadOnlyDictionary<string, string> Attributes,
    string? Failure)
{
    /// <summary>A value and nothing else.</summary>
    /// <param name="request">The request.</param>
    /// <param name="value">The value.</param>
    public static RungResult Of(RungRequest request, double value)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RungResult(request.TrialNumber, request.Resource, value, [], ReadOnlyDictionary<string, string>.Empty, null);
    }

    /// <summary>A failure and nothing else.</summary>
    /// <param name="request">The request.</param>
    /// <param name="failure">What went wrong.</param>
    public static RungResult Failed(RungRequest request, string failure)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RungResult(request.TrialNumber, request.Resource, double.NaN, [], ReadOnlyDictionary<string, string>.Empty, failure);
    }
}
