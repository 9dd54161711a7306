using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Kernel;
using Suiying.Knowledge.Features;
using Suiying.OpenCity.Features;
using Suiying.People.Features;
using Suiying.Programmes.Features;
using Suiying.Registry.Features;
using Suiying.Registry.Storage;
using Suiying.Requests.Features;
using Suiying.Schema;
using Suiying.Themes.Features;

namespace Suiying.Web.Hosting;

/// <summary>What a start does before it serves: tables, city, and in Development the demo's accounts and requests.</summary>
public static class Startup
{
    /// <summary>False where the city cannot be loaded; the reasons are on standard error.</summary>
    public static async Task<bool> Prepare(
        IServiceProvider services,
        SuiyingSettings settings,
        IHostEnvironment environment,
        CancellationToken ct
    )
    {
        Directory.CreateDirectory(settings.Var);
        await Migrate(services, ct);
        if (!await EnsureCity(services, settings, ct))
            return false;
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<BuildDays>().Run(Actor.System, ct);
        if (environment.IsDevelopment())
            await FillDemo(services, settings, ct);
        return true;
    }

    public static async Task Migrate(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SchemaDb>().Database;
        // Where nothing waits, migrating still compares the whole model with its snapshot, which every start would pay for.
        if (!(await database.GetPendingMigrationsAsync(ct)).Any())
            return;
        // An index over a city of millions takes minutes; half an hour is a fault.
        database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await database.MigrateAsync(ct);
    }

    public static async Task<int> Fail(WebApplication app, string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        await app.DisposeAsync();
        return 1;
    }

    /// <summary>Reads the newest version; a database without one takes the pack of the settings.</summary>
    public static async Task<bool> EnsureCity(IServiceProvider services, SuiyingSettings settings, CancellationToken ct)
    {
        var registry = services.GetRequiredService<CityRegistry>();
        await registry.Refresh(ct);
        if (registry.IsLoaded)
            return true;
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<LoadCity>()
            .Run(new LoadCity.Command { Path = settings.City }, Actor.System, ct);
        if (outcome.Ok(out _, out var refusal))
            return true;
        await Tell(refusal);
        return false;
    }

    private static async Task FillDemo(IServiceProvider services, SuiyingSettings settings, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var folder = Path.Combine(settings.City, "demo");
        var staff = Path.Combine(folder, "staff.csv");
        if (File.Exists(staff))
        {
            var accounts = await scope
                .ServiceProvider.GetRequiredService<LoadDemoStaff>()
                .Run(new LoadDemoStaff.Command { Path = staff }, Actor.System, ct);
            if (!accounts.Ok(out _, out var problem))
                await Tell(problem);
        }
        var knowledge = Path.Combine(folder, "knowledge.csv");
        if (settings.Demo > 0 && File.Exists(knowledge))
        {
            var items = await scope
                .ServiceProvider.GetRequiredService<LoadDemoItems>()
                .Run(new LoadDemoItems.Command { Path = knowledge }, Actor.System, ct);
            if (!items.Ok(out _, out var wrong))
                await Tell(wrong);
        }
        if (settings.Demo <= 0 || !File.Exists(Path.Combine(folder, "topics.csv")))
            return;
        var outcome = await scope
            .ServiceProvider.GetRequiredService<FillDemo>()
            .Run(new FillDemo.Command { Folder = folder, Requests = settings.Demo }, Actor.System, ct);
        if (!outcome.Ok(out var filled, out var refusal))
            await Tell(refusal);
        else if (filled.Requests > 0)
        {
            await scope.ServiceProvider.GetRequiredService<JoinDemo>().Run(Actor.System, ct);
            await scope.ServiceProvider.GetRequiredService<SuperviseDemo>().Run(Actor.System, ct);
            await scope.ServiceProvider.GetRequiredService<ClaimDemo>().Run(Actor.System, ct);
            await scope.ServiceProvider.GetRequiredService<FillCalls>().Run(new FillCalls.Command(), Actor.System, ct);
            var themes = Path.Combine(folder, "themes.json");
            if (
                File.Exists(themes)
                && !(
                    await scope
                        .ServiceProvider.GetRequiredService<LoadDemoThemes>()
                        .Run(new LoadDemoThemes.Command { Path = themes }, Actor.System, ct)
                ).Ok(out _, out var unfit)
            )
                await Tell(unfit);
            var projects = Path.Combine(folder, "projects.json");
            if (
                File.Exists(projects)
                && !(
                    await scope
                        .ServiceProvider.GetRequiredService<LoadDemoProjects>()
                        .Run(
                            new LoadDemoProjects.Command
                            {
                                Path = projects,
                                Evidence = Path.Combine(folder, "evidence.png") is var shown && File.Exists(shown) ? shown : null,
                            },
                            Actor.System,
                            ct
                        )
                ).Ok(out _, out var misfit)
            )
                await Tell(misfit);
            await scope.ServiceProvider.GetRequiredService<PublishMonth>().Due(Actor.System, ct);
            var inbox = Path.Combine(folder, "inbox.csv");
            if (
                File.Exists(inbox)
                && !(
                    await scope
                        .ServiceProvider.GetRequiredService<FillInbox>()
                        .Run(new FillInbox.Command { Path = inbox }, Actor.System, ct)
                ).Ok(out _, out var faults)
            )
                await Tell(faults);
        }
    }

    private static async Task Tell(Refusal refusal)
    {
        await Console.Error.WriteLineAsync(refusal.Text);
        foreach (var field in refusal.Fields)
            await Console.Error.WriteLineAsync($"  {field.Field}: {field.Problem}");
    }
}
