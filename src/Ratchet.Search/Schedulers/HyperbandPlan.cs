namespace Ratchet.Search.Schedulers;

/// <summary>
/// The table of brackets and rungs of one iteration, in exact arithmetic on whole numbers. Source: Li, Jamieson, DeSalvo, Rostamizadeh,
/// Talwalkar, "Hyperband", JMLR 18 (2018), Algorithm 1: s_max = floor(log_eta R), n = ceil((s_max + 1) eta^s / (s + 1)), n_i = floor(n eta^-i),
/// r_i = R eta^(i-s), floor(n_i / eta) go on.
/// </summary>
public sealed record HyperbandPlan
{
    private HyperbandPlan(int maximumResource, int eta, IReadOnlyList<HyperbandBracket> brackets)
    {
        MaximumResource = maximumResource;
        Eta = eta;
        Brackets = brackets;
        LowestResource = brackets[0].Rungs[0].Resource;
        Configurations = brackets.Sum(b => b.Configurations);
        Evaluations = brackets.Sum(b => b.Rungs.Sum(r => r.Count));
        TotalResource = brackets.Sum(b => b.Rungs.Sum(r => r.Count * r.Resource));
    }

    /// <summary>R.</summary>
    public int MaximumResource { get; }

    /// <summary>The factor between rungs.</summary>
    public int Eta { get; }

    /// <summary>The brackets in the order in which they run, s = s_max … 0.</summary>
    public IReadOnlyList<HyperbandBracket> Brackets { get; }

    /// <summary>The resource of the first rung of the first bracket, the smallest of the plan.</summary>
    public double LowestResource { get; }

    /// <summary>How many configurations an iteration draws.</summary>
    public int Configurations { get; }

    /// <summary>How many evaluations an iteration makes, rungs counted one by one.</summary>
    public int Evaluations { get; }

    /// <summary>The sum of count times resource over all rungs, as if nothing were warm-started.</summary>
    public double TotalResource { get; }

    /// <summary>Makes the table.</summary>
    /// <param name="options">R and eta.</param>
    public static HyperbandPlan Create(HyperbandOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        long resource = options.MaximumResource;
        long eta = options.Eta;
        var powers = new List<long> { 1 };
        while (powers[^1] * eta <= resource)
        {
            powers.Add(powers[^1] * eta);
        }

        var brackets = new List<HyperbandBracket>(powers.Count);
        for (var s = powers.Count - 1; s >= 0; s--)
        {
            var product = powers.Count * powers[s];
            var entering = (product + s) / (s + 1);
            var rungs = new HyperbandRung[s + 1];
            for (var i = 0; i <= s; i++)
            {
                var count = entering / powers[i];
                rungs[i] = new HyperbandRung(i, checked((int)count), resource / (double)powers[s - i], (int)(count / eta));
            }

            brackets.Add(new HyperbandBracket(s, checked((int)entering), rungs));
        }

        return new HyperbandPlan(options.MaximumResource, options.Eta, brackets);
    }
}
