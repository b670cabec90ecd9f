namespace Ratchet.Storage.Models;

/// <summary>What a model file says about its model. Nothing is filled in by itself: the same model and metadata give the same bytes.</summary>
public sealed record ModelMetadata
{
    /// <summary>The model's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The program and version that trained it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>When, as the caller's clock says; null where it does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The hash of the data it was trained on.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>The hash of the configuration it was trained with.</summary>
    public string ConfigurationHash { get; init; } = "";

    /// <summary>The options it was trained with, as text.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Anything else.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
