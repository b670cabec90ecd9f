using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Commands;

/// <summary>A finished study with the configuration that it was begun with; its result is made again from what it told.</summary>
internal sealed class FinishedStudy : IDisposable
{
    private FinishedStudy(string name, StudyFolder folder, RatchetConfiguration configuration)
    {
        Name = name;
        Folder = folder;
        Configuration = configuration;
    }

    public string Name { get; }

    public StudyFolder Folder { get; }

    public RatchetConfiguration Configuration { get; }

    public static FinishedStudy Open(CommandContext context, RatchetConfiguration configuration, string name)
    {
        var root = configuration.Data.Root;
        var known = StudyFolder.List(root);
        if (!known.Contains(name))
        {
            throw new UsageException($"There is no study '{name}' below {root}; there are: {string.Join(", ", known.DefaultIfEmpty("none"))}.");
        }

        var folder = StudyFolder.Open(root, name, context.Clock);
        try
        {
            var settings = folder.ReadConfiguration()
                ?? throw new UsageException($"Study '{name}' has not begun; run 'ratchet optimize --study-name {name}' first.");
            if (!folder.IsFinished)
            {
                throw new UsageException($"Study '{name}' is not finished; run the same 'ratchet optimize' again, it goes on where it stopped.");
            }

            return new(name, folder, settings with
            {
                Data = settings.Data with { Root = root },
                Search = settings.Search with { Jobs = configuration.Search.Jobs },
            });
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public OptimizeResult Run(CommandContext context, MarketInput input, CancellationToken cancellationToken)
    {
        using var display = new PlainProgress(context.Error, context.Clock);
        return new OptimizeRun(Configuration, context.Clock, context.Families).Run(input, Folder, display, cancellationToken);
    }

    public void Dispose() => Folder.Dispose();
}
