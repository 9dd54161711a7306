using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Themes.Model;

namespace Suiying.Themes.Storage;

/// <summary>The tables of the Themes module.</summary>
public sealed class ThemesDb(DbContextOptions<ThemesDb> options, ThemesModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<ThemeStep> Steps => Set<ThemeStep>();

    public DbSet<ThemeMilestone> Milestones => Set<ThemeMilestone>();

    public DbSet<ProactiveTask> Tasks => Set<ProactiveTask>();

    public DbSet<ProactiveStep> TaskSteps => Set<ProactiveStep>();

    public DbSet<ThemeOpinion> Opinions => Set<ThemeOpinion>();
}
