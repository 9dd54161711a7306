using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Themes.Model;

namespace Suiying.Themes.Storage;

/// <summary>Columns and indexes of the module.</summary>
internal static class ThemesTables
{
    private const int CodeLength = 60;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Theme>(theme =>
        {
            theme.ToTable("themes_themes").HasKey(t => t.Id);
            theme.Property(t => t.Id).ValueGeneratedNever();
            theme.Property(t => t.Title).HasMaxLength(Theme.LongestTitle);
            theme.Property(t => t.Category).HasMaxLength(CodeLength);
            theme.Property(t => t.Topic).HasMaxLength(CodeLength);
            theme.Property(t => t.Lead).HasMaxLength(CodeLength);
            theme.Property(t => t.Revision).IsConcurrencyToken();
            theme.Ignore(t => t.Supporters).Ignore(t => t.Units).Ignore(t => t.IsPublic);
            theme.Property(t => t.Card).AsJson();
            theme.Property(t => t.Opinions).AsJson();
            theme.Property(t => t.Plan).AsJson();
            theme.Property(t => t.Effect).AsJson();
            theme.Property(t => t.LookBack).AsJson();
            theme.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.ThemeId);
            theme.HasMany(t => t.Milestones).WithOne().HasForeignKey(m => m.ThemeId);
            theme.HasIndex(t => new { t.State, t.Month });
            theme.HasIndex(t => t.Topic);
        });
        model.Entity<ThemeStep>(step =>
        {
            step.ToTable("themes_steps").HasKey(s => new { s.ThemeId, s.Seq });
            step.Property(s => s.ActorName).HasMaxLength(100);
            step.Property(s => s.ActorUnit).HasMaxLength(CodeLength);
        });
        model.Entity<ThemeMilestone>(milestone =>
        {
            milestone.ToTable("themes_milestones").HasKey(m => m.Id);
            milestone.Property(m => m.Id).ValueGeneratedNever();
            milestone.Property(m => m.Text).HasMaxLength(ThemeMilestone.LongestText);
            milestone.Property(m => m.Unit).HasMaxLength(CodeLength);
            milestone.Property(m => m.ReportedBy).HasMaxLength(100);
            milestone.Ignore(m => m.FileList);
        });
        model.Entity<ProactiveTask>(task =>
        {
            task.ToTable("themes_tasks").HasKey(t => t.Id);
            task.Property(t => t.Id).ValueGeneratedNever();
            task.Property(t => t.Category).HasMaxLength(CodeLength);
            task.Property(t => t.County).HasMaxLength(CodeLength);
            task.Property(t => t.Unit).HasMaxLength(CodeLength);
            task.Property(t => t.Revision).IsConcurrencyToken();
            task.Ignore(t => t.FileList).Ignore(t => t.JudgedUntil);
            task.Property(t => t.Forecast).AsJson();
            task.Property(t => t.Effect).AsJson();
            task.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TaskId);
            task.HasIndex(t => new { t.State, t.DueOn });
        });
        model.Entity<ProactiveStep>(step =>
        {
            step.ToTable("themes_task_steps").HasKey(s => new { s.TaskId, s.Seq });
            step.Property(s => s.ActorName).HasMaxLength(100);
            step.Property(s => s.ActorUnit).HasMaxLength(CodeLength);
        });
        model.Entity<ThemeOpinion>(opinion =>
        {
            opinion.ToTable("themes_opinions").HasKey(o => new { o.ThemeId, o.PersonId });
            // What the finder hides may make a text longer than it was written.
            opinion.Property(o => o.Text).HasMaxLength(ThemeOpinion.LongestText * 2);
            opinion.HasIndex(o => o.PersonId);
        });
    }
}
