using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Cli.Rendering;

/// <summary>Shows how a study goes, on the error stream.</summary>
internal interface IProgressDisplay : IProgress<StudyProgress>, IDisposable;
