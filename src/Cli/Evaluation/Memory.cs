using System.Diagnostics;

namespace Suiying.Cli.Evaluation;

/// <summary>What this process needs of the machine.</summary>
internal static class Memory
{
    /// <summary>The most memory that it has held so far, in MiB.</summary>
    public static double PeakMb()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }
}
