namespace Ratchet.Reporting.Results;

/// <summary>What names a run: equal identities give equal bytes.</summary>
/// <param name="Symbol">What was traded.</param>
/// <param name="TimeFrame">The length of a bar.</param>
/// <param name="Synthetic">Whether the data came from a random generator.</param>
/// <param name="DevelopmentFrom">First bar of the development part, UTC.</param>
/// <param name="DevelopmentTo">Close of its last bar, UTC: where the sealed part begins, or earlier where a range was asked for.</param>
/// <param name="ConfigurationHash">SHA-256 of every setting that can change the result.</param>
/// <param name="CodeVersion">The product's version.</param>
public sealed record ResultIdentity(
    string Symbol,
    string TimeFrame,
    bool Synthetic,
    string DevelopmentFrom,
    string DevelopmentTo,
    string ConfigurationHash,
    string CodeVersion);
