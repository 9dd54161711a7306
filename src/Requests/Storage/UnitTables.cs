using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>What a unit keeps beside its requests. Each index is there for one list, named beside it.</summary>
internal static class UnitTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ReadyText>(text =>
        {
            text.ToTable("requests_texts").HasKey(t => t.Id);
            text.Property(t => t.Id).ValueGeneratedNever();
            text.Property(t => t.Unit).HasMaxLength(60);
            text.Property(t => t.Title).HasMaxLength(ReadyText.LongestTitle);
            text.Property(t => t.Text).HasMaxLength(ReadyText.LongestText);
            text.Property(t => t.ByName).HasMaxLength(60);
            text.Property(t => t.Version).IsConcurrencyToken();
            // What a unit has.
            text.HasIndex(t => new { t.Unit, t.Kind });
        });
        model.Entity<Absence>(absence =>
        {
            absence.ToTable("requests_absences").HasKey(a => a.Id);
            absence.Property(a => a.Id).ValueGeneratedNever();
            absence.Property(a => a.Unit).HasMaxLength(60);
            absence.Property(a => a.PersonName).HasMaxLength(60);
            absence.Property(a => a.SubstituteName).HasMaxLength(60);
            absence.Property(a => a.ByName).HasMaxLength(60);
            absence.Property(a => a.EndedByName).HasMaxLength(60);
            // Who is away in a unit, and for whom somebody works today.
            absence.HasIndex(a => new { a.Unit, a.Until });
            absence.HasIndex(a => new { a.SubstituteId, a.Until });
        });
    }
}
