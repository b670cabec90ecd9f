using Ratchet.Adaptation.Bandits;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Selection;

/// <summary>
/// Chooses the profile of each signal from what has worked for its symbol in its regime, and learns from what came of it. One thread. A choice takes constant time
/// and allocates nothing; its random number is named by the decision's number and the seed alone, so that a replay chooses alike.
/// </summary>
public sealed class ProfileSelector
{
    private const double DayHours = 24;

    private readonly SelectorOptions options;
    private readonly ulong[] allowed;
    private readonly double[] stops;
    private readonly int standard;
    private readonly int defensive;
    private readonly StreamKey key;
    private readonly IDecisionLog? log;
    private readonly PendingDecision[] pending;
    private readonly double[] probabilities;
    private readonly double[] values;
    private long next;
    private SelectorCounts counts;

    /// <summary>A selector that knows only the priors.</summary>
    /// <param name="options">How it selects.</param>
    /// <param name="profiles">What it selects from, 1 to 64.</param>
    /// <param name="symbols">How many symbols there are, from 1.</param>
    /// <param name="log">Receives choices and rewards; null for none.</param>
    /// <exception cref="ArgumentException">An option or a profile is wrong.</exception>
    public ProfileSelector(SelectorOptions options, IReadOnlyList<TradeProfile> profiles, int symbols, IDecisionLog? log = null)
    {
        TradeProfiles.Validate(profiles);
        options.Validate(profiles);
        this.options = options;
        this.log = log;
        Profiles = [.. profiles];
        Table = new(options.Bandit, [.. profiles.Select(Prior)], symbols);
        stops = [.. profiles.Select(p => p.Exits.StopMultiple)];
        allowed = [.. RegimeNames.All.Select(AllowedIn)];
        standard = TradeProfiles.IndexOf(profiles, options.DefaultProfile);
        defensive = TradeProfiles.IndexOf(profiles, options.DefensiveProfile);
        key = StreamKey.FromSeed(options.Seed).Derive("profile selector");
        probabilities = new double[profiles.Count];
        values = new double[profiles.Count];
        pending = new PendingDecision[options.PendingDecisions];
        Array.Fill(pending, PendingDecision.None);
    }

    /// <summary>What it selects from.</summary>
    public IReadOnlyList<TradeProfile> Profiles { get; }

    /// <summary>What it has learned.</summary>
    public BanditTable Table { get; }

    /// <summary>How often it did what.</summary>
    public SelectorCounts Counts => counts;

    /// <summary>The profile with the largest estimate of those a regime allows; -1 where none is. Ties as in a choice.</summary>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    public int Best(int symbol, MarketRegime regime) => allowed[(int)regime] == 0
        ? -1
        : PolicyProbabilities.Fill(Table, options.Bandit, symbol, regime, allowed[(int)regime], standard, probabilities, values);

    /// <summary>Chooses for a signal.</summary>
    /// <param name="time">The time, in milliseconds since 1970-01-01 UTC; only logged.</param>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime.</param>
    /// <param name="costShareOfStop">
    /// The cost of a round trip over a stop of multiple 1 (2 (fee + slippage) x price / distance); a profile's own share is this over its stop multiple. NaN is not known
    /// and refuses nothing.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The symbol or the regime is none.</exception>
    public ProfileChoice Choose(long time, int symbol, MarketRegime regime, double costShareOfStop)
    {
        if ((uint)symbol >= (uint)Table.Symbols)
        {
            throw new ArgumentOutOfRangeException(nameof(symbol), symbol, $"symbol must be in [0, {Table.Symbols}).");
        }

        if ((uint)regime >= RegimeNames.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(regime), regime, $"regime must be in [0, {RegimeNames.Count}).");
        }

        var decision = next++;
        var (mask, reason, size) = Allow(regime, costShareOfStop);
        var choice = new ProfileChoice(decision, -1, 0, 1, false, reason);
        ref var slot = ref pending[decision % pending.Length];
        slot = PendingDecision.None;
        if (mask == 0)
        {
            Array.Clear(probabilities);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Table.Estimate(symbol, regime, i).Value;
            }
        }
        else
        {
            var best = PolicyProbabilities.Fill(Table, options.Bandit, symbol, regime, mask, standard, probabilities, values);

            // Mixing once more makes neighbouring decisions' numbers unrelated without opening a stream.
            var profile = PolicyProbabilities.Draw(probabilities, (key.Derive(decision).Derive(symbol).Value >> 11) * (1.0 / (1UL << 53)));
            choice = new(decision, profile, size, Math.Min(probabilities[profile], 1), profile != best, reason);
            Table.Chosen(symbol, regime);
            slot = new()
            {
                Decision = decision,
                Symbol = symbol,
                Regime = regime,
                Profile = profile,
                Propensity = choice.Propensity,
                Allowed = mask,
            };
        }

        counts = counts with
        {
            Decisions = counts.Decisions + 1,
            Chosen = counts.Chosen + (mask != 0 && reason == ChoiceReason.Policy ? 1 : 0),
            Explored = counts.Explored + (choice.Explored ? 1 : 0),
            Refused = counts.Refused + (mask == 0 ? 1 : 0),
        };
        log?.Chosen(new(decision, time, symbol, regime, costShareOfStop, mask, choice), probabilities, values);
        return choice;
    }

    /// <summary>Learns how the chosen profile's trade ended.</summary>
    /// <param name="time">When it became known; rewards may come late and in any order.</param>
    /// <param name="decision">The decision's number.</param>
    /// <param name="resultInR">The net result over the money at risk.</param>
    /// <param name="hoursHeld">How long it was held, from 0.</param>
    public RewardOutcome Reward(long time, long decision, double resultInR, double hoursHeld) => Learn(time, decision, -1, resultInR, hoursHeld);

    /// <summary>Learns how a profile that was not chosen would have ended on the same entry; counted apart from real rewards.</summary>
    /// <param name="time">When it became known.</param>
    /// <param name="decision">The decision's number.</param>
    /// <param name="profile">The profile's place; it must have been allowed in the decision and not chosen.</param>
    /// <param name="resultInR">The simulated net result over the money at risk.</param>
    /// <param name="hoursHeld">How long it would have been held, from 0.</param>
    public RewardOutcome RewardSimulated(long time, long decision, int profile, double resultInR, double hoursHeld) =>
        profile < 0 ? RewardOutcome.ForeignProfile : Learn(time, decision, profile, resultInR, hoursHeld);

    /// <summary>Forgets a decision that no trade came of.</summary>
    /// <param name="decision">The decision's number.</param>
    public void Drop(long decision)
    {
        if (Find(decision) is var place and >= 0)
        {
            pending[place] = PendingDecision.None;
        }
    }

    /// <summary>Which profiles a waiting decision could have chosen, bit i being profile i; 0 where it is not waiting.</summary>
    /// <param name="decision">The decision's number.</param>
    public ulong AllowedIn(long decision) => Find(decision) is var place and >= 0 ? pending[place].Allowed : 0;

    /// <summary>The profile that a waiting decision chose, and those it could have chosen; -1 and 0 where it is not waiting.</summary>
    /// <param name="decision">The decision's number.</param>
    public (int Chosen, ulong Allowed) Alternatives(long decision) =>
        Find(decision) is var place and >= 0 ? (pending[place].Profile, pending[place].Allowed) : (-1, 0);

    /// <summary>Writes the state; equal selectors give equal bytes.</summary>
    /// <param name="writer">Receives them.</param>
    public void Write(StateWriter writer)
    {
        writer.Write(Profiles.Count);
        foreach (var profile in Profiles)
        {
            writer.Write(profile.Name);
        }

        writer.Write(next);
        foreach (var count in (ReadOnlySpan<long>)[counts.Decisions, counts.Chosen, counts.Explored, counts.Refused, counts.Rewards, counts.ShadowRewards, counts.Lost])
        {
            writer.Write(count);
        }

        Table.Write(writer);
        writer.Write(pending.Count(p => p.Decision >= 0));
        for (var d = Math.Max(0, next - pending.Length); d < next; d++)
        {
            if (Find(d) is var place and >= 0)
            {
                pending[place].Write(writer);
            }
        }
    }

    /// <summary>Takes over a written state; on an error the selector must not be used.</summary>
    /// <param name="reader">Where it is.</param>
    /// <exception cref="InvalidDataException">The bytes are of other profiles or symbols, or are no selector.</exception>
    public void Read(ref StateReader reader)
    {
        var profiles = reader.ReadInt32();
        if (profiles != Profiles.Count)
        {
            throw new InvalidDataException($"The state has {profiles} profiles; this selector has {Profiles.Count}.");
        }

        foreach (var profile in Profiles)
        {
            if (reader.ReadText() is var name && name != profile.Name)
            {
                throw new InvalidDataException($"The state has the profile '{name}' where this selector has '{profile.Name}'.");
            }
        }

        var decisions = reader.ReadInt64();
        counts = new(
            reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        Table.Read(ref reader);
        var count = reader.ReadInt32();
        if (count < 0 || count > pending.Length)
        {
            throw new InvalidDataException($"The state has {count} waiting decisions; there may be 0 to {pending.Length}.");
        }

        var waiting = new PendingDecision[count];
        for (var i = 0; i < waiting.Length; i++)
        {
            waiting[i] = PendingDecision.Read(ref reader);
        }

        Restore(decisions, counts, waiting);
    }

    internal long Next => next;

    internal SelectorOptions Options => options;

    internal IEnumerable<PendingDecision> Waiting => pending.Where(p => p.Decision >= 0).OrderBy(p => p.Decision);

    /// <summary>Takes over numbers and waiting decisions.</summary>
    internal void Restore(long decisions, SelectorCounts restored, IReadOnlyList<PendingDecision> waiting)
    {
        if (decisions < 0 || waiting.Any(w => !w.Fits(decisions, Table.Symbols, Profiles.Count)))
        {
            throw new InvalidDataException($"A state has {decisions} decisions and a waiting one that cannot be of this selector.");
        }

        next = decisions;
        counts = restored;
        Array.Fill(pending, PendingDecision.None);
        foreach (var one in waiting.Where(w => w.Decision >= decisions - pending.Length))
        {
            pending[one.Decision % pending.Length] = one;
        }
    }

    private double Prior(TradeProfile profile)
    {
        var hours = profile.Exits.HorizonMilliseconds > 0 ? profile.Exits.HorizonMilliseconds / 3_600_000.0 : DayHours;
        return profile.ExpectancyWithPartials / (options.Bandit.RewardPerHour ? Math.Max(hours, options.Bandit.MinimumHours) : 1);
    }

    private ulong AllowedIn(string regime)
    {
        var mask = 0UL;
        for (var i = 0; i < Profiles.Count; i++)
        {
            mask |= Profiles[i].Allows(regime) ? 1UL << i : 0;
        }

        return mask;
    }

    private (ulong Mask, ChoiceReason Reason, double Size) Allow(MarketRegime regime, double costShare)
    {
        if (!options.Enabled)
        {
            return (1UL << standard, ChoiceReason.Disabled, 1);
        }

        var isUnsafe = regime is MarketRegime.Unknown or MarketRegime.Illiquid;
        if (isUnsafe && options.UnsafeRegimes == UnsafeRegimeRule.NoPosition)
        {
            return (0, ChoiceReason.UnsafeRegime, 0);
        }

        var mask = isUnsafe ? 1UL << defensive : allowed[(int)regime];
        if (mask == 0)
        {
            return (0, ChoiceReason.NoProfile, 0);
        }

        for (var i = 0; i < stops.Length; i++)
        {
            if (costShare / stops[i] > options.MaximumCostShare)
            {
                mask &= ~(1UL << i);
            }
        }

        return mask == 0 ? (0, ChoiceReason.CostsTooHigh, 0) : (mask, isUnsafe ? ChoiceReason.UnsafeRegime : ChoiceReason.Policy, isUnsafe ? options.ReducedSize : 1);
    }

    private int Find(long decision)
    {
        if (decision < 0)
        {
            return -1;
        }

        var place = (int)(decision % pending.Length);
        return pending[place].Decision == decision ? place : -1;
    }

    private RewardOutcome Learn(long time, long decision, int simulated, double resultInR, double hoursHeld)
    {
        if (!double.IsFinite(resultInR) || !(hoursHeld >= 0 && double.IsFinite(hoursHeld)))
        {
            return RewardOutcome.NotFinite;
        }

        if (Find(decision) is not (var place and >= 0))
        {
            counts = counts with { Lost = counts.Lost + 1 };
            return RewardOutcome.UnknownDecision;
        }

        ref var one = ref pending[place];
        var isReal = simulated < 0;
        var profile = isReal ? one.Profile : simulated;
        if (profile >= Profiles.Count || (one.Allowed >> profile & 1) == 0 || (!isReal && profile == one.Profile))
        {
            return RewardOutcome.ForeignProfile;
        }

        if ((one.Rewarded >> profile & 1) != 0)
        {
            return RewardOutcome.Repeated;
        }

        var bandit = options.Bandit;
        var reward = Math.Clamp(bandit.RewardPerHour ? resultInR / Math.Max(hoursHeld, bandit.MinimumHours) : resultInR, bandit.ClipLow, bandit.ClipHigh);
        Table.Learn(one.Symbol, one.Regime, profile, reward, time, isReal ? one.Propensity : 1, isReal);
        one.Rewarded |= 1UL << profile;
        counts = isReal ? counts with { Rewards = counts.Rewards + 1 } : counts with { ShadowRewards = counts.ShadowRewards + 1 };
        log?.Rewarded(new(decision, time, profile, resultInR, hoursHeld, reward, isReal));
        if (one.Rewarded == one.Allowed)
        {
            one = PendingDecision.None;
        }

        return RewardOutcome.Learned;
    }
}
