using System.Text.Json;
using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Profiles;

namespace Ratchet.Storage.State;

/// <summary>
/// Profiles as JSON: <c>{"profiles": [{"name", "stop", "targets": [{"at", "share"}], "breakEvenAfterTarget", "trailing", "trailingAfterTarget", "hours", "winRate",
/// "rewardToRisk", "regimes", "suits"}]}</c>. The reward:risk may be left out where there are targets.
/// </summary>
public static class ProfileFile
{
    private const double HourMilliseconds = 3_600_000;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is no JSON of this form, or a profile is wrong; the message names the file, the field, the value and what is allowed.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<TradeProfile> Read(string path)
    {
        try
        {
            var document = JsonSerializer.Deserialize(File.ReadAllBytes(path), StateJson.Default.ProfileDocument) ?? throw new InvalidDataException("The file is empty.");
            TradeProfile[] profiles = [.. document.Profiles.Select(Of)];
            TradeProfiles.Validate(profiles);
            foreach (var profile in profiles)
            {
                if (profile.Regimes.FirstOrDefault(r => !RegimeNames.TryParse(r, out _)) is { } name)
                {
                    throw new InvalidDataException($"Regimes of '{profile.Name}' hold '{name}'; it must be one of {string.Join(", ", RegimeNames.All)}.");
                }
            }

            return profiles;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidDataException)
        {
            throw new InvalidDataException($"{path}: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    /// <summary>Writes profiles.</summary>
    /// <param name="path">The file.</param>
    /// <param name="profiles">The profiles; valid.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<TradeProfile> profiles)
    {
        TradeProfiles.Validate(profiles);
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(new ProfileDocument { Profiles = [.. profiles.Select(Of)] }, StateJson.Default.ProfileDocument));
    }

    private static TradeProfile Of(ProfileDocument.Profile written)
    {
        if (!(written.Hours >= 0 && written.Hours <= 1e6))
        {
            throw new InvalidDataException($"hours of '{written.Name}' is {written.Hours}; it must be in [0, 1000000], 0 being no limit.");
        }

        return new()
        {
            Name = written.Name,
            Exits = new()
            {
                StopMultiple = written.Stop,
                TargetMultiples = [.. written.Targets.Select(t => t.At)],
                TargetFractions = [.. written.Targets.Select(t => t.Share)],
                BreakEvenAfterTarget = written.BreakEvenAfterTarget,
                TrailingMultiple = written.Trailing,
                TrailingAfterTarget = written.TrailingAfterTarget,
                HorizonBars = 0,
                HorizonMilliseconds = (long)Math.Round(written.Hours * HourMilliseconds),
            },
            RewardToRisk = written.RewardToRisk ?? (written.Targets.Count > 0 ? written.Targets[^1].At / written.Stop : 0),
            ExpectedWinRate = written.WinRate,
            Regimes = written.Regimes,
            Suits = written.Suits,
        };
    }

    private static ProfileDocument.Profile Of(TradeProfile profile) => new()
    {
        Name = profile.Name,
        Stop = profile.Exits.StopMultiple,
        Targets = [.. profile.Exits.TargetMultiples.Select((m, i) => new ProfileDocument.Target { At = m, Share = profile.Exits.TargetFractions[i] })],
        BreakEvenAfterTarget = profile.Exits.BreakEvenAfterTarget,
        Trailing = profile.Exits.TrailingMultiple,
        TrailingAfterTarget = profile.Exits.TrailingAfterTarget,
        Hours = profile.Exits.HorizonMilliseconds / HourMilliseconds,
        WinRate = profile.ExpectedWinRate,
        RewardToRisk = profile.RewardToRisk,
        Regimes = profile.Regimes,
        Suits = profile.Suits,
    };
}
