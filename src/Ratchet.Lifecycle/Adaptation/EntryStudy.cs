using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;
using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>The ways to choose on the entries of one book. Pieces of work are independent of each other; each is the same in any thread.</summary>
internal sealed class EntryStudy
{
    public const string RandomName = "random choice";
    public const string OracleName = "oracle by symbol and regime";
    public const string AllowedOracleName = "oracle, allowed profiles only";

    private readonly ProfileStudyOptions options;
    private readonly EntryTable all;
    private readonly EntryTable table;
    private readonly EntryTable affordable;
    private readonly long[] times;
    private readonly double[] standard;
    private readonly double[] best;
    private readonly double[] oracle;
    private readonly StreamKey key;

    public EntryStudy(StudyBook book, IReadOnlyList<SymbolScan> scans, ProfileStudyOptions options)
    {
        this.options = options;
        all = EntryTable.Of(scans, options.Profiles);
        table = all.Playable(StudyPolicy.NoCostRule, every: true);
        affordable = table.Playable(options.CostShare, every: false);
        times = [.. table.Entries.Select(e => e.Time)];
        standard = table.Results(_ => options.DefaultPlace);
        BestStatic = table.BestStatic();
        best = table.Results(_ => BestStatic);
        Oracle = table.Oracle(allowedOnly: false);
        oracle = table.Results(e => Oracle.Of(e.Symbol, e.Regime));
        key = StreamKey.FromSeed(options.Seed).Derive("profile study").Derive(book.Name);
        Work =
        [
            .. options.Profiles.Select((p, i) => Fixed(p.Name, false, () => table.Results(_ => i))),
            Fixed(RandomName, false, table.Random),
            .. options.Policies.Select(p => (Func<CancellationToken, EntryRow>)(token => Learned(p, token))),
            Fixed(OracleName, true, () => oracle),
            Fixed(AllowedOracleName, true, () => table.Results(AllowedOracle(table))),
        ];
    }

    public int Signals => all.Entries.Count;

    public int Playable => table.Entries.Count;

    public int BestStatic { get; }

    public OracleChoice Oracle { get; }

    /// <summary>A row each, in the order of the table.</summary>
    public IReadOnlyList<Func<CancellationToken, EntryRow>> Work { get; }

    public CostRuleResult CostRule(CancellationToken cancellationToken)
    {
        var careful = StudyPolicy.Standard.Options with { MaximumCostShare = options.CostShare };
        var policy = StudyPolicy.Standard with { Options = careful };
        var (mean, _) = MeanOverSeeds(affordable, policy, cancellationToken);
        long[] when = [.. affordable.Entries.Select(e => e.Time)];
        double[] shares = [.. all.Entries.Select(e => e.CostShare).Order()];
        return new(
            shares.Length == 0 ? double.NaN : shares[shares.Length / 2],
            affordable.Entries.Count,
            DayInterval.OfMean(when, mean, options, key.Derive("cost rule")),
            DayInterval.OfMean(when, affordable.Results(_ => options.DefaultPlace), options, key.Derive("cost rule default")));
    }

    public PersistenceResult Persistence()
    {
        if (times.Length == 0)
        {
            var none = new ConfidenceInterval(double.NaN, double.NaN, double.NaN, options.Confidence);
            return new(options.DefaultPlace, options.DefaultPlace, double.NaN, double.NaN, double.NaN, none, double.NaN);
        }

        var middle = times[0] + ((times[^1] - times[0]) / 2);
        var (first, second) = (table.Part(middle, before: true), table.Part(middle, before: false));
        var (then, now) = (first.Oracle(allowedOnly: false), second.Oracle(allowedOnly: false));
        var firstBest = first.BestStatic();
        var still = second.Results(_ => firstBest);
        var followed = second.Results(e => then.Of(e.Symbol, e.Regime));
        return new(
            firstBest,
            second.BestStatic(),
            Mean(second.Results(_ => options.DefaultPlace)),
            Mean(still),
            Mean(followed),
            DayInterval.OfMean([.. second.Entries.Select(e => e.Time)], Less(followed, still), options, key.Derive("persistence")),
            Mean(second.Results(e => now.Of(e.Symbol, e.Regime))));
    }

    public IReadOnlyList<RegimeCell> Cells() =>
    [
        .. table.Entries.GroupBy(e => e.Regime).OrderBy(g => g.Key)
            .Select(g => new RegimeCell(g.Key, g.Count(), [.. options.Profiles.Select((_, p) => Mean([.. g.Select(e => e.Results[p])]))])),
    ];

    private static double Mean(double[] values) => values.Length == 0 ? double.NaN : LaneReduction.Mean(values);

    private static double[] Less(double[] left, double[] right)
    {
        var difference = new double[left.Length];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = left[i] - right[i];
        }

        return difference;
    }

    private static Func<StudyEntry, int> AllowedOracle(EntryTable table)
    {
        var choice = table.Oracle(allowedOnly: true);
        return e => choice.Of(e.Symbol, e.Regime);
    }

    private Func<CancellationToken, EntryRow> Fixed(string name, bool hindsight, Func<double[]> results) =>
        _ => Row(name, null, null, hindsight, results(), double.NaN);

    private EntryRow Learned(StudyPolicy policy, CancellationToken cancellationToken)
    {
        var (mean, explored) = MeanOverSeeds(table, policy, cancellationToken);
        return Row(policy.Name, policy.Options.Bandit.Pooling, policy.FullInformation, false, mean, explored);
    }

    private (double[] Mean, double Explored) MeanOverSeeds(EntryTable entries, StudyPolicy policy, CancellationToken cancellationToken)
    {
        var seeds = policy.Draws ? options.Seeds : 1;
        var mean = new double[entries.Entries.Count];
        var explored = 0.0;
        for (var seed = 0; seed < seeds; seed++)
        {
            var selector = policy.Options with { Seed = options.Seed + (ulong)seed, DefaultProfile = options.DefaultProfile };
            var (choices, counts) = EntryReplay.Run(entries, selector, policy.FullInformation, cancellationToken);
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += entries.Entries[i].Results[choices[i]] / seeds;
            }

            explored += counts.ExplorationRate / seeds;
        }

        return (mean, explored);
    }

    private EntryRow Row(string name, bool? pooled, bool? full, bool hindsight, double[] results, double explored)
    {
        var child = key.Derive(name).Derive(pooled == true ? 1 : 0).Derive(full == true ? 1 : 0);
        return new(
            name,
            pooled,
            full,
            hindsight,
            DayInterval.OfMean(times, results, options, child.Derive("mean")),
            DayInterval.OfMean(times, Less(results, standard), options, child.Derive("gain")),
            100 * Mean(Less(best, results)),
            100 * Mean(Less(oracle, results)),
            explored);
    }
}
