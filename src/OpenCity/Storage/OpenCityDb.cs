using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.OpenCity.Model;

namespace Suiying.OpenCity.Storage;

/// <summary>The tables of the OpenCity module.</summary>
public sealed class OpenCityDb(DbContextOptions<OpenCityDb> options, OpenCityModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<OpenMonth> Months => Set<OpenMonth>();

    public DbSet<OpenFigure> Figures => Set<OpenFigure>();
}
