namespace Ratchet.Benchmarks.Cases;

/// <summary>Which quality numbers of ours the peers' scripts print too: our name, then their field.</summary>
internal static class PeerQuality
{
    /// <summary>Of a classifier on the peers' test rows.</summary>
    public static IReadOnlyDictionary<string, string> Classifier { get; } =
        new Dictionary<string, string> { ["auc"] = "test_auc", ["brier"] = "test_brier", ["log_loss"] = "test_logloss", ["nodes"] = "nodes" };

    /// <summary>Of a regressor on the peers' test rows.</summary>
    public static IReadOnlyDictionary<string, string> Regressor { get; } =
        new Dictionary<string, string> { ["r2"] = "test_r2", ["correlation"] = "test_corr", ["nodes"] = "nodes" };

    /// <summary>Of a hidden Markov model: the log-likelihood after the last step, and the share of states found.</summary>
    public static IReadOnlyDictionary<string, string> Markov { get; } = new Dictionary<string, string>
    {
        ["loglik_converged"] = "final_loglik",
        ["state_accuracy"] = "state_acc",
    };

    /// <summary>Of the cluster scores.</summary>
    public static IReadOnlyDictionary<string, string> Clusters { get; } =
        new Dictionary<string, string> { ["silhouette"] = "silhouette", ["purity"] = "knn5_purity" };
}
