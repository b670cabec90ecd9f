using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Commands;

/// <summary>Opens the bars of a command and says where a range was cut.</summary>
internal static class MarketReading
{
    public static MarketInput Open(CommandContext context, RatchetConfiguration configuration)
    {
        var input = MarketInputs.Open(configuration);
        if (input.Notice is { } notice)
        {
            context.Error.WriteLine(notice);
        }

        return input;
    }
}
