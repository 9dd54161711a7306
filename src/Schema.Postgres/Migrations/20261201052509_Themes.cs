using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Themes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_requests_public", table: "requests_requests");

            migrationBuilder.CreateTable(
                name: "themes_opinions",
                columns: table => new
                {
                    ThemeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes_opinions", x => new { x.ThemeId, x.PersonId });
                }
            );

            migrationBuilder.CreateTable(
                name: "themes_tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    County = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    JudgedFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Weeks = table.Column<int>(type: "integer", nullable: false),
                    Forecast = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Report = table.Column<string>(type: "text", nullable: true),
                    Files = table.Column<string>(type: "text", nullable: false),
                    Effect = table.Column<string>(type: "text", nullable: true),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes_tasks", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "themes_themes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Topic = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Why = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    Card = table.Column<string>(type: "text", nullable: false),
                    OpinionFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    OpinionUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Opinions = table.Column<string>(type: "text", nullable: true),
                    Adopted = table.Column<string>(type: "text", nullable: true),
                    Month = table.Column<DateOnly>(type: "date", nullable: true),
                    Lead = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Supporting = table.Column<string>(type: "text", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Plan = table.Column<string>(type: "text", nullable: true),
                    CheckText = table.Column<string>(type: "text", nullable: true),
                    Effect = table.Column<string>(type: "text", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LookBack = table.Column<string>(type: "text", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes_themes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "themes_task_steps",
                columns: table => new
                {
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seq = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ActorUnit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes_task_steps", x => new { x.TaskId, x.Seq });
                    table.ForeignKey(
                        name: "FK_themes_task_steps_themes_tasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "themes_tasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "themes_milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ThemeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Report = table.Column<string>(type: "text", nullable: true),
                    Files = table.Column<string>(type: "text", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Found = table.Column<string>(type: "text", nullable: true),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes_milestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_themes_milestones_themes_themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "themes_themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "themes_steps",
                columns: table => new
                {
                    ThemeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seq = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    To = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorUnit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    RegistryVersion = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_themes_steps", x => new { x.ThemeId, x.Seq });
                    table.ForeignKey(
                        name: "FK_themes_steps_themes_themes_ThemeId",
                        column: x => x.ThemeId,
                        principalTable: "themes_themes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_public",
                table: "requests_requests",
                columns: new[] { "RegisteredAt", "Serial", "Area" },
                filter: "\"Confidentiality\" = 'Normal' AND \"Type\" <> 'Report'"
            );

            migrationBuilder.CreateIndex(name: "IX_themes_milestones_ThemeId", table: "themes_milestones", column: "ThemeId");

            migrationBuilder.CreateIndex(name: "IX_themes_opinions_PersonId", table: "themes_opinions", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_themes_tasks_State_DueOn", table: "themes_tasks", columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(name: "IX_themes_themes_State_Month", table: "themes_themes", columns: new[] { "State", "Month" });

            migrationBuilder.CreateIndex(name: "IX_themes_themes_Topic", table: "themes_themes", column: "Topic");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "themes_milestones");

            migrationBuilder.DropTable(name: "themes_opinions");

            migrationBuilder.DropTable(name: "themes_steps");

            migrationBuilder.DropTable(name: "themes_task_steps");

            migrationBuilder.DropTable(name: "themes_themes");

            migrationBuilder.DropTable(name: "themes_tasks");

            migrationBuilder.DropIndex(name: "IX_requests_requests_public", table: "requests_requests");

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_public",
                table: "requests_requests",
                columns: new[] { "RegisteredAt", "Serial" },
                filter: "\"Confidentiality\" = 'Normal' AND \"Type\" <> 'Report'"
            );
        }
    }
}
