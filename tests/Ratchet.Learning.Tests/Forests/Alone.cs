namespace Ratchet.Learning.Tests.Forests;

/// <summary>Tests that measure time: nothing else of this project runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
