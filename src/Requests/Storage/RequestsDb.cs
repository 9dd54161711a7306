using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>The tables of the Requests module.</summary>
public sealed class RequestsDb(DbContextOptions<RequestsDb> options, RequestsModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<ServiceRequest> Requests => Set<ServiceRequest>();

    public DbSet<RequestTransition> Transitions => Set<RequestTransition>();

    public DbSet<RequestNote> Notes => Set<RequestNote>();

    public DbSet<SubDispatch> SubDispatches => Set<SubDispatch>();

    public DbSet<CoHandling> CoHandlings => Set<CoHandling>();

    public DbSet<UnitApplication> Applications => Set<UnitApplication>();

    public DbSet<Supervision> Supervisions => Set<Supervision>();

    public DbSet<RightsClaim> Claims => Set<RightsClaim>();

    public DbSet<RetentionRun> RetentionRuns => Set<RetentionRun>();

    public DbSet<SameMatter> Matters => Set<SameMatter>();

    public DbSet<EmergencyHandover> Handovers => Set<EmergencyHandover>();

    public DbSet<RequestDeadline> Deadlines => Set<RequestDeadline>();

    public DbSet<RequestAttachment> Attachments => Set<RequestAttachment>();

    public DbSet<RequestDraft> Drafts => Set<RequestDraft>();

    public DbSet<CallDraft> CallDrafts => Set<CallDraft>();

    public DbSet<DeskVisit> DeskVisits => Set<DeskVisit>();

    public DbSet<ResidentNotice> Notices => Set<ResidentNotice>();

    public DbSet<RequestSupport> Supports => Set<RequestSupport>();

    public DbSet<FollowedPlace> Followed => Set<FollowedPlace>();

    public DbSet<TextOnlyPerson> TextOnly => Set<TextOnlyPerson>();

    public DbSet<DayCount> Days => Set<DayCount>();

    public DbSet<ReadyText> ReadyTexts => Set<ReadyText>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<JournalAnchor> Anchors => Set<JournalAnchor>();
}
