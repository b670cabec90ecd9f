using System.Security.Cryptography;
using System.Text;
using Ratchet.Cli.Commands;
using Ratchet.Features.Sets;

namespace Ratchet.Cli.Tests;

/// <summary>Runs commands in this process on a data root of their own, which is gone after the test.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ratchet-cli-tests-").FullName;

    public CommandLine() => Directory.CreateDirectory(Input);

    /// <summary>The data root.</summary>
    public string Root => Path.Combine(folder, "data");

    /// <summary>A folder for files that commands are given.</summary>
    public string Input => Path.Combine(folder, "in");

    public Dictionary<string, string> Variables { get; } = [];

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Feature families beside those of the product.</summary>
    public IReadOnlyList<IFeatureFamily> Families { get; init; } = [];

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] content)
    {
        var file = Path.Combine(Input, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    /// <summary>Runs a command; the data root comes by the environment, so that every command has it.</summary>
    public CommandResult Run(params string[] arguments) => Run(TestContext.Current.CancellationToken, arguments);

    public CommandResult Run(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var variables = new Dictionary<string, string>(Variables) { ["RATCHET__DATA__ROOT"] = Root };
        var context = new CommandContext { Out = output, Error = error, Clock = Clock, Variables = variables, IsTerminal = false, Families = Families };
        var exit = CommandRunner.Run(arguments, context, cancellationToken);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>One hash over the names and bytes of all files below the data root.</summary>
    public string HashOfRoot()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entries = Directory.Exists(Root) ? Directory.GetFileSystemEntries(Root, "*", SearchOption.AllDirectories) : [];
        foreach (var entry in entries.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Root, entry) + "\n"));
            if (File.Exists(entry))
            {
                hash.AppendData(File.ReadAllBytes(entry));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
