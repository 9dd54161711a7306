using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>The tables of the Understanding module.</summary>
public sealed class UnderstandingDb(
    DbContextOptions<UnderstandingDb> options,
    UnderstandingModule module,
    IDatabaseProvider provider,
    WriteGate gate
) : ModuleDb(options, module, provider, gate)
{
    public DbSet<LearntModel> Models => Set<LearntModel>();

    public DbSet<ModelDay> Days => Set<ModelDay>();

    public DbSet<ModelMistake> Mistakes => Set<ModelMistake>();
}
