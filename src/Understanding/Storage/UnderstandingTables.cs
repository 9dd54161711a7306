using Microsoft.EntityFrameworkCore;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class UnderstandingTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LearntModel>(learnt =>
        {
            learnt.ToTable("understanding_models").HasKey(m => m.Id);
            learnt.Property(m => m.Id).ValueGeneratedNever();
            learnt.Property(m => m.TrainedBy).HasMaxLength(60);
            learnt.Property(m => m.StateBy).HasMaxLength(60);
            learnt.Property(m => m.File).HasMaxLength(64);
            // Of two processes that compared the same decisions, one counts them.
            learnt.Property(m => m.CountedTo).IsConcurrencyToken();
            learnt.Property(m => m.State).IsConcurrencyToken();
            learnt.Ignore(m => m.Measures);
            learnt.HasIndex(m => new { m.Kind, m.Number }).IsUnique();
        });
        model.Entity<ModelDay>(day => day.ToTable("understanding_days").HasKey(d => new { d.ModelId, d.Day }));
        model.Entity<ModelMistake>(mistake =>
        {
            mistake
                .ToTable("understanding_mistakes")
                .HasKey(m => new
                {
                    m.ModelId,
                    m.Decided,
                    m.Proposed,
                });
            mistake.Property(m => m.Decided).HasMaxLength(60);
            mistake.Property(m => m.Proposed).HasMaxLength(60);
        });
    }
}
