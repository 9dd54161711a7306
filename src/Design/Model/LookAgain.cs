using Microsoft.Extensions.Logging;

namespace Suiying.Design;

/// <summary>How an open page looks again by itself, until it is left.</summary>
public sealed class LookAgain(TimeProvider time, ILogger<LookAgain> log)
{
    /// <param name="pause">Between two looks.</param>
    /// <param name="look">One look, on the page's own thread. One that fails is told to the log and made up for by the next: a page that stopped looking would show old things as if they were new.</param>
    /// <param name="gone">Cancelled when the page is left.</param>
    public async Task Every(TimeSpan pause, Func<Task> look, CancellationToken gone)
    {
        using var timer = new PeriodicTimer(pause, time);
        while (await Next(timer, gone))
        {
            try
            {
                await look();
            }
            catch (Exception wrong)
            {
                if (gone.IsCancellationRequested)
                    return;
                log.LogWarning(wrong, "An open page could not look again; it tries at its next turn");
            }
        }
    }

    private static async Task<bool> Next(PeriodicTimer timer, CancellationToken gone)
    {
        try
        {
            return await timer.WaitForNextTickAsync(gone);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
