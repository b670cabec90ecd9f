using Ratchet.Search.Spaces;

namespace Ratchet.Search.Studies;

/// <summary>The rules that every storage enforces before it writes.</summary>
public static class TrialRules
{
    /// <summary>The longest name of a study, parameter or attribute.</summary>
    public const int LongestName = 512;

    /// <summary>Throws unless a study may have this name and these directions.</summary>
    /// <param name="name">The name.</param>
    /// <param name="directions">The directions.</param>
    public static void RequireStudy(string name, IReadOnlyList<StudyDirection> directions)
    {
        RequireName(name, nameof(name));
        ArgumentNullException.ThrowIfNull(directions);
        if (directions.Count == 0)
        {
            throw new ArgumentException("A study needs at least one direction.", nameof(directions));
        }
    }

    /// <summary>Throws unless a name has 1 to 512 characters.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameterName">What to call it in the message.</param>
    public static void RequireName(string name, string parameterName)
    {
        if (string.IsNullOrEmpty(name) || name.Length > LongestName)
        {
            throw new ArgumentException($"A name must have 1 to {LongestName} characters, but it is '{name}'.", parameterName);
        }
    }

    /// <summary>Throws unless a draft may be created.</summary>
    /// <param name="draft">The draft.</param>
    public static void RequireDraft(TrialDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.State is not (TrialState.Running or TrialState.Waiting))
        {
            throw new ArgumentException($"A new trial is running or waiting, but its state is {draft.State}.", nameof(draft));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in draft.Parameters)
        {
            RequireName(parameter.Name, nameof(draft));
            if (!double.IsFinite(parameter.Value))
            {
                throw new ArgumentException($"Parameter '{parameter.Name}' must be finite, but it is {parameter.Value}.", nameof(draft));
            }

            if (!names.Add(parameter.Name))
            {
                throw new ArgumentException($"Parameter '{parameter.Name}' stands twice in one trial.", nameof(draft));
            }
        }

        RequireAttributeNames(draft.UserAttributes);
    }

    /// <summary>Throws unless an update may be written.</summary>
    /// <param name="update">The update.</param>
    /// <param name="objectives">How many objectives the study has.</param>
    public static void RequireUpdate(TrialUpdate update, int objectives)
    {
        ArgumentNullException.ThrowIfNull(update);
        var count = update.Values.Count;
        if (count != objectives && (count != 0 || update.State == TrialState.Complete))
        {
            throw new ArgumentException($"Trial {update.Number} needs {objectives} final values, but {count} were given.", nameof(update));
        }

        foreach (var value in update.Values)
        {
            if (double.IsNaN(value))
            {
                throw new ArgumentException($"A final value of trial {update.Number} is NaN; a trial without a value is {TrialState.Fail}.", nameof(update));
            }
        }

        if (count > 0 && update.State is not (TrialState.Complete or TrialState.Pruned or TrialState.Fail))
        {
            throw new ArgumentException($"Trial {update.Number} gets final values, but it is not finished by the same update.", nameof(update));
        }

        RequireAttributeNames(update.UserAttributes);
    }

    /// <summary>Throws unless a trial may still change.</summary>
    /// <param name="number">The trial.</param>
    /// <param name="state">Its present state.</param>
    public static void RequireUnfinished(int number, TrialState state)
    {
        if (state.IsFinished())
        {
            throw new InvalidOperationException($"Trial {number} is {state} and cannot change any more.");
        }
    }

    /// <summary>Throws unless a parameter's distribution agrees with the one that the study has used before.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="earlier">The distribution of an earlier trial.</param>
    /// <param name="present">The distribution of the new trial.</param>
    public static void RequireAgreement(string parameter, Distribution earlier, Distribution present)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (!earlier.Agrees(present))
        {
            throw new ArgumentException(
                $"Parameter '{parameter}' was {earlier} in earlier trials of the study and cannot become {present}: class, log and choices must stay.",
                nameof(present));
        }
    }

    private static void RequireAttributeNames(IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            RequireName(name, nameof(attributes));
            ArgumentNullException.ThrowIfNull(value, nameof(attributes));
        }
    }
}
