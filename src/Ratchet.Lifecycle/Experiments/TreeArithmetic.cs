using Ratchet.Lifecycle.Training;
using Ratchet.Search.Schedulers;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>How many trees a schedule needs, by arithmetic: folds x sum over models of ceil(n_estimators x resource / maximum).</summary>
internal static class TreeArithmetic
{
    public static TreeCount Of(HyperbandOutcome search, StudySettings settings, IReadOnlyList<EnsembleRole> roles)
    {
        long warm = 0;
        long scratch = 0;
        foreach (var trial in search.Trials.Where(t => t.DuplicateOf is null))
        {
            var reached = trial.Rungs.Select(r => r.Resource).DefaultIfEmpty(0).Max();
            warm += reached > 0 ? Trees(trial, reached, settings, roles) : 0;
            scratch += trial.Rungs.Sum(r => Trees(trial, r.Resource, settings, roles));
        }

        return new(0, warm, scratch);
    }

    public static long Plain(HyperbandOutcome search, IReadOnlyList<TrialOutcome> evaluated, StudySettings settings)
    {
        var maximum = settings.Hyperband.MaximumResource;
        var roles = EnsembleOptions.Roles;
        return search.Trials.Where(t => t.DuplicateOf is null).Sum(t => Trees(t, 1, settings, roles)) + evaluated.Sum(t => Trees(t, maximum, settings, roles) - Trees(t, 1, settings, roles));
    }

    private static long Trees(TrialOutcome trial, double resource, StudySettings settings, IReadOnlyList<EnsembleRole> roles)
    {
        var configuration = TrialSpace.Decode(trial.Parameters, settings.Defaults);
        return roles.Sum(r =>
            (long)WarmTrial.TreesAt(configuration.Ensemble[r].Trees, resource, settings.Hyperband.MaximumResource)) * settings.Validation.Folds;
    }
}
