using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Kernel.Data;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Data;

/// <summary>Writes that come together share a commit, and nothing else.</summary>
public sealed class WriteGateTests(WriteGateTests.Watched app) : IClassFixture<WriteGateTests.Watched>
{
    private const int Many = 40;

    [Fact]
    public async Task Writes_that_come_together_share_commits_and_are_all_there()
    {
        var before = app.Commits;
        await Together(i => Insert("shared", i));
        Assert.Equal(Enumerable.Range(0, Many), await Written("shared"));
        if (TestDatabase.Kind == DatabaseKind.Sqlite)
            Assert.InRange(app.Commits - before, 1, Many / 2);
        else
            Assert.Equal(Many, app.Commits - before);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_and_its_neighbours_stand()
    {
        var outcomes = await Together(i =>
            Insert("failing", i, i % 3 == 0 ? () => throw new InvalidOperationException($"{i}") : () => { })
        );
        Assert.Equal(Enumerable.Range(0, Many).Where(i => i % 3 != 0), await Written("failing"));
        Assert.All(outcomes.Index(), o => Assert.Equal(o.Index % 3 == 0 ? $"{o.Index}" : null, o.Item));
    }

    [Fact]
    public async Task A_statement_that_is_refused_takes_back_its_own_write_only()
    {
        await Insert("unique", 7);
        var outcomes = await Together(i => Insert("unique", i));
        Assert.Equal(Enumerable.Range(0, Many), await Written("unique"));
        Assert.Single(outcomes, o => o is not null);
        Assert.NotNull(outcomes[7]);
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_writes_nothing_and_holds_up_nobody()
    {
        using var stop = new CancellationTokenSource();
        var outcomes = await Together(i =>
        {
            if (i == Many / 2)
                stop.Cancel();
            return Insert("stopped", i, ct: i % 2 == 0 ? stop.Token : default);
        });
        var written = await Written("stopped");
        Assert.Equal(Enumerable.Range(0, Many).Where(i => outcomes[i] is null), written);
        Assert.All(Enumerable.Range(0, Many).Where(i => i % 2 == 1), i => Assert.Null(outcomes[i]));
        Assert.Contains(outcomes, o => o is not null);
    }

    [Fact]
    public async Task Where_the_commit_fails_everybody_who_shared_it_is_told_and_the_next_write_stands()
    {
        app.FailCommits = true;
        var outcomes = await Together(i => Insert("lost", i));
        app.FailCommits = false;
        Assert.All(outcomes, outcome => Assert.Equal("The disk is full.", outcome));
        Assert.Empty(await Written("lost"));
        await Insert("lost", 1);
        Assert.Equal([1], await Written("lost"));
    }

    [Fact]
    public async Task A_context_reads_by_itself_what_it_has_just_written()
    {
        var read = await app.Use<RequestsDb, int>(async db =>
        {
            Assert.Equal(0, await Count(db));
            await db.Write(() => db.Database.ExecuteSqlAsync($"INSERT INTO tests_written (what, number) VALUES ('read', 1)"));
            return await Count(db);
        });
        Assert.Equal(1, read);

        static Task<int> Count(RequestsDb db) =>
            db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM tests_written WHERE what = 'read'").SingleAsync();
    }

    /// <summary>Many at once; what each threw, or null.</summary>
    private static async Task<string?[]> Together(Func<int, Task> write)
    {
        using var start = new Barrier(4);
        var outcomes = new string?[Many];
        // Some threads, each with several writes under way, as requests are.
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(t =>
                    Task.Run(async () =>
                    {
                        start.SignalAndWait();
                        await Task.WhenAll(Enumerable.Range(0, Many).Where(i => i % 4 == t).Select(Try));
                    })
                )
        );
        return outcomes;

        async Task Try(int i)
        {
            try
            {
                await Task.Yield();
                await write(i);
            }
            catch (Exception problem)
            {
                outcomes[i] = problem.Message;
            }
        }
    }

    private Task Insert(string what, int number, Action? then = null, CancellationToken ct = default) =>
        app.Use<RequestsDb, int>(db =>
            db.Write(
                async () =>
                {
                    await db.Database.ExecuteSqlAsync($"INSERT INTO tests_written (what, number) VALUES ({what}, {number})");
                    await Task.Yield();
                    then?.Invoke();
                    return 0;
                },
                ct
            )
        );

    private Task<List<int>> Written(string what) =>
        app.Use<RequestsDb, List<int>>(db =>
            db.Database.SqlQuery<int>($"SELECT number AS \"Value\" FROM tests_written WHERE what = {what} ORDER BY number").ToListAsync()
        );

    /// <summary>A host that counts its commits and can be told to fail them.</summary>
    public sealed class Watched : SuiyingApp
    {
        private readonly Watch watch = new();

        public int Commits => watch.Commits;

        public bool FailCommits
        {
            set => watch.Fail = value;
        }

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await Use<RequestsDb, int>(db =>
                db.Database.ExecuteSqlAsync(
                    $"CREATE TABLE tests_written (what text NOT NULL, number integer NOT NULL, PRIMARY KEY (what, number))"
                )
            );
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                var real = services.Single(s => s.ServiceType == typeof(IDatabaseProvider)).ImplementationType!;
                services.AddSingleton<IDatabaseProvider>(all => new WatchedProvider(
                    (IDatabaseProvider)ActivatorUtilities.CreateInstance(all, real),
                    watch
                ));
            });
        }
    }

    private sealed class WatchedProvider(IDatabaseProvider real, Watch watch) : IDatabaseProvider, IDisposable
    {
        public void Dispose() => (real as IDisposable)?.Dispose();

        public DatabaseKind Kind => real.Kind;

        public void Configure(DbContextOptionsBuilder options)
        {
            real.Configure(options);
            options.AddInterceptors(watch);
        }

        public void ConfigureConventions(ModelConfigurationBuilder conventions) => real.ConfigureConventions(conventions);
    }

    private sealed class Watch : DbTransactionInterceptor
    {
        private int commits;

        public int Commits => commits;

        public bool Fail { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref commits);
            return Fail ? throw new IOException("The disk is full.") : ValueTask.FromResult(result);
        }
    }
}
