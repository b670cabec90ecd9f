namespace Ratchet.Storage.Models;

/// <summary>A model as it was read, with what its file says about it.</summary>
/// <typeparam name="T">The model's type.</typeparam>
/// <param name="Model">The model.</param>
/// <param name="Metadata">What the file says about it.</param>
public sealed record StoredModel<T>(T Model, ModelMetadata Metadata);
