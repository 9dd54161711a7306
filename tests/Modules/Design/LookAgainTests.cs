using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Suiying.Design;

namespace Suiying.Tests.Design;

public sealed class LookAgainTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_look_that_fails_is_made_up_for_by_the_next()
    {
        var clock = new FakeTimeProvider();
        using var gone = new CancellationTokenSource();
        using var looked = new SemaphoreSlim(0);
        var looks = 0;
        var looking = new LookAgain(clock, NullLogger<LookAgain>.Instance).Every(
            Pause,
            () =>
            {
                looks++;
                looked.Release();
                return looks == 1 ? throw new InvalidOperationException("The database is busy.") : Task.CompletedTask;
            },
            gone.Token
        );

        clock.Advance(Pause);
        await looked.WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(Pause);
        await looked.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, looks);

        await gone.CancelAsync();
        await looking;
    }
}
