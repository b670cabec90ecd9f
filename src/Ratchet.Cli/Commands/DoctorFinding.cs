namespace Ratchet.Cli.Commands;

/// <summary>One thing that the doctor looked at; the remedy is empty where all is well.</summary>
internal sealed record DoctorFinding(FindingLevel Level, string Subject, string Found, string Remedy = "")
{
    public static DoctorFinding Of(bool holds, FindingLevel otherwise, string subject, string found, string remedy) =>
        holds ? new(FindingLevel.Ok, subject, found) : new(otherwise, subject, found, remedy);
}
