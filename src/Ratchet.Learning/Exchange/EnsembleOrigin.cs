namespace Ratchet.Learning.Exchange;

/// <summary>Where an ensemble of ours comes from. It travels in the attributes ratchet_version, ratchet_model, ratchet_task and ratchet_classes.</summary>
/// <param name="Version">The version that converted it.</param>
/// <param name="Model">What it was: <see cref="Forest"/> or <see cref="Boosted"/>.</param>
/// <param name="Task">What is predicted: classification or regression.</param>
/// <param name="Classes">How many classes; 1 for a regression.</param>
public sealed record EnsembleOrigin(string Version, string Model, string Task, int Classes)
{
    /// <summary>The model name of a random forest.</summary>
    public const string Forest = "forest";

    /// <summary>The model name of boosted trees.</summary>
    public const string Boosted = "boosted";

    internal const string Classification = "classification";
    internal const string Regression = "regression";
    private const string VersionName = "ratchet_version";
    private const string ModelName = "ratchet_model";
    private const string TaskName = "ratchet_task";
    private const string ClassesName = "ratchet_classes";

    internal static EnsembleOrigin Now(string model, bool classification, int classes) => new(
        typeof(EnsembleOrigin).Assembly.GetName().Version!.ToString(3), model, classification ? Classification : Regression, classes);

    internal static EnsembleOrigin? Read(IReadOnlyDictionary<string, string> attributes) =>
        attributes.TryGetValue(VersionName, out var version)
        && attributes.TryGetValue(ModelName, out var model)
        && attributes.TryGetValue(TaskName, out var task)
        && attributes.TryGetValue(ClassesName, out var text)
        && int.TryParse(text, out var classes)
            ? new(version, model, task, classes)
            : null;

    internal Dictionary<string, string> ToAttributes() => new()
    {
        [VersionName] = Version,
        [ModelName] = Model,
        [TaskName] = Task,
        [ClassesName] = $"{Classes}",
    };
}
