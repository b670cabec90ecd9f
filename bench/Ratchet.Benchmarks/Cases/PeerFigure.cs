namespace Ratchet.Benchmarks.Cases;

/// <summary>A peer's recorded figure, and how its script measures it anew.</summary>
/// <param name="Name">Library and version of the recorded figure.</param>
/// <param name="Recorded">The recorded figure, in the case's unit.</param>
/// <param name="Script">The script and its arguments, or the name of a program; see <see cref="Peers.PeerProgram"/>. Empty where there is none at hand: the figure stays the recorded one.</param>
/// <param name="Field">The field of the script's JSON line.</param>
/// <param name="Scale">From the field's unit to the case's.</param>
/// <param name="Quality">Which of our quality numbers the script prints too: our name, then the field; null for none.</param>
internal sealed record PeerFigure(
    string Name, double Recorded, string Script, string Field, double Scale, IReadOnlyDictionary<string, string>? Quality = null);
