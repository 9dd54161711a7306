namespace Suiying.Design;

/// <summary>How an open page looks again by itself, until it is left.</summary>
public static class LookAgain
{
    /// <param name="pause">Between two looks.</param>
    /// <param name="time">The clock.</param>
    /// <param name="look">One look, on the page's own thread.</param>
    /// <param name="gone">Cancelled when the page is left.</param>
    public static async Task Every(TimeSpan pause, TimeProvider time, Func<Task> look, CancellationToken gone)
    {
        using var timer = new PeriodicTimer(pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(gone))
                await look();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
