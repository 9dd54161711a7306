using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Suiying.Knowledge.Model;

namespace Suiying.Knowledge.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class KnowledgeTables
{
    /// <summary>Words instead of numbers, and Chinese as it is.</summary>
    private static readonly JsonSerializerOptions AsJson = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(ModelBuilder model)
    {
        model.Entity<KnowledgeItem>(item =>
        {
            item.ToTable("knowledge_items").HasKey(i => i.Id);
            item.Property(i => i.Id).ValueGeneratedNever();
            item.Property(i => i.Owner).HasMaxLength(60);
            item.Property(i => i.ExternalNumber).HasMaxLength(60);
            item.Property(i => i.Title).HasMaxLength(200);
            item.Property(i => i.Area).HasMaxLength(20);
            item.Property(i => i.Category).HasMaxLength(20);
            item.Property(i => i.Revision).IsConcurrencyToken();
            item.Ignore(i => i.NewestVersion).Ignore(i => i.PublishedVersion).Ignore(i => i.Validity);
            item.HasMany(i => i.Versions).WithOne().HasForeignKey(v => v.ItemId);
            item.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.ItemId);
            // A number is its owner's; two imports at once do not make two of one.
            item.HasIndex(i => new { i.Owner, i.ExternalNumber }).IsUnique();
            item.HasIndex(i => new { i.Published, i.UpdatedAt });
            item.HasIndex(i => i.State);
        });
        model.Entity<KnowledgeVersion>(version =>
        {
            version.ToTable("knowledge_versions").HasKey(v => v.Id);
            version.Property(v => v.Id).ValueGeneratedNever();
            version.HasIndex(v => new { v.ItemId, v.Number }).IsUnique();
            version
                .Property(v => v.Content)
                .HasConversion(
                    content => JsonSerializer.Serialize(content, AsJson),
                    json => JsonSerializer.Deserialize<KnowledgeContent>(json, AsJson)!,
                    // A content is never changed, only replaced.
                    new ValueComparer<KnowledgeContent>(
                        (a, b) => ReferenceEquals(a, b),
                        c => c.Title.GetHashCode(StringComparison.Ordinal),
                        c => c
                    )
                );
        });
        model.Entity<KnowledgeStep>(step =>
        {
            step.ToTable("knowledge_steps").HasKey(s => s.Id);
            step.Property(s => s.Id).ValueGeneratedNever();
            step.Property(s => s.ActorName).HasMaxLength(100);
            step.Property(s => s.Why).HasMaxLength(KnowledgeStep.LongestWhy);
            step.HasIndex(s => new { s.ItemId, s.Id });
        });
        model.Entity<ErrorReport>(report =>
        {
            report.ToTable("knowledge_reports").HasKey(r => r.Id);
            report.Property(r => r.Id).ValueGeneratedNever();
            report.Property(r => r.Text).HasMaxLength(ErrorReport.Longest * 2);
            report.Property(r => r.ReporterName).HasMaxLength(100);
            report.Property(r => r.Answer).HasMaxLength(ErrorReport.Longest);
            report.Property(r => r.AnsweredBy).HasMaxLength(100);
            report.HasIndex(r => new { r.ItemId, r.At });
            report.HasIndex(r => r.State);
        });
        model.Entity<KnowledgeWord>(word =>
        {
            word.ToTable("knowledge_words").HasKey(w => new { w.Token, w.ItemId });
            word.Property(w => w.Token).HasMaxLength(KnowledgeWord.Longest);
            word.HasIndex(w => w.ItemId);
        });
        model.Entity<KnowledgeHits>(hits => hits.ToTable("knowledge_hits").HasKey(h => new { h.ItemId, h.Day }));
        model.Entity<MissedSearch>(missed =>
        {
            missed.ToTable("knowledge_missed").HasKey(m => new { m.Day, m.Words });
            missed.Property(m => m.Words).HasMaxLength(MissedSearch.Longest);
        });
    }
}
