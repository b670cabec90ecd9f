namespace Ratchet.Storage.State;

/// <summary>Profiles as they are written in a file.</summary>
internal sealed record ProfileDocument
{
    public IReadOnlyList<Profile> Profiles { get; init; } = [];

    /// <summary>One profile; multiples of the ATR, hours, shares.</summary>
    internal sealed record Profile
    {
        public string Name { get; init; } = string.Empty;

        public double Stop { get; init; }

        public IReadOnlyList<Target> Targets { get; init; } = [];

        public int BreakEvenAfterTarget { get; init; }

        public double Trailing { get; init; }

        public int TrailingAfterTarget { get; init; } = 1;

        public double Hours { get; init; }

        public double WinRate { get; init; }

        public double? RewardToRisk { get; init; }

        public IReadOnlyList<string> Regimes { get; init; } = [];

        public string Suits { get; init; } = string.Empty;
    }

    /// <summary>One target.</summary>
    internal sealed record Target
    {
        public double At { get; init; }

        public double Share { get; init; }
    }
}
