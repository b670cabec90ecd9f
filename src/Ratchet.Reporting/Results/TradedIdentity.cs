namespace Ratchet.Reporting.Results;

/// <summary>What names a backtest by the engine: equal identities give equal orders.</summary>
/// <param name="Title">Who traded.</param>
/// <param name="Synthetic">Whether a random generator made the data.</param>
/// <param name="Sample">What out-of-sample means here, in a sentence.</param>
/// <param name="Sources">Where the bars came from, a sentence a symbol.</param>
/// <param name="Notices">What is to be said about range and model.</param>
/// <param name="Openings">Openings on record of sealed bars that were traded.</param>
/// <param name="ConfigurationHash">The hash of the engine's settings and the model.</param>
/// <param name="CodeVersion">The product's version.</param>
/// <param name="Command">The command that gives it again.</param>
public sealed record TradedIdentity(
    string Title,
    bool Synthetic,
    string Sample,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Notices,
    IReadOnlyList<string> Openings,
    string ConfigurationHash,
    string CodeVersion,
    string Command);
