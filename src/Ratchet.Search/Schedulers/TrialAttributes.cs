namespace Ratchet.Search.Schedulers;

/// <summary>The names of the attributes that a scheduler writes.</summary>
public static class TrialAttributes
{
    /// <summary>On a trial: the bracket's number s.</summary>
    public const string Bracket = "bracket";

    /// <summary>On a trial: the iteration, from 0.</summary>
    public const string Iteration = "iteration";

    /// <summary>On a trial whose proposal was repaired: what was changed.</summary>
    public const string Repaired = "repaired";

    /// <summary>On a trial that is the same configuration as an earlier one: the number of the first such trial.</summary>
    public const string DuplicateOf = "duplicate_of";

    /// <summary>On a failed trial: what went wrong.</summary>
    public const string Failure = "failure";

    /// <summary>On a study: R and eta of the plan that it follows.</summary>
    public const string Plan = "hyperband";

    /// <summary>Whether a trial attribute's name belongs to the scheduler.</summary>
    /// <param name="name">The name.</param>
    public static bool IsReserved(string name) => name is Bracket or Iteration or Repaired or DuplicateOf or Failure;
}
