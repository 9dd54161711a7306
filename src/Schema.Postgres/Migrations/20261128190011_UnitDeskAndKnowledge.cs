using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class UnitDeskAndKnowledge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "knowledge_hits",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_hits", x => new { x.ItemId, x.Day });
                }
            );

            migrationBuilder.CreateTable(
                name: "knowledge_items",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Owner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ExternalNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Newest = table.Column<int>(type: "integer", nullable: false),
                    Published = table.Column<int>(type: "integer", nullable: true),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Area = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_items", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "knowledge_missed",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Words = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_missed", x => new { x.Day, x.Words });
                }
            );

            migrationBuilder.CreateTable(
                name: "knowledge_reports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ReporterId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReporterName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AnsweredBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_reports", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "knowledge_words",
                columns: table => new
                {
                    Token = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_words", x => new { x.Token, x.ItemId });
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SubstituteId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubstituteName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    NotedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_absences", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_texts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_texts", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "knowledge_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Capacity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_steps_knowledge_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "knowledge_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "knowledge_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Hands = table.Column<string>(type: "text", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_versions_knowledge_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "knowledge_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_items_Owner_ExternalNumber",
                table: "knowledge_items",
                columns: new[] { "Owner", "ExternalNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_items_Published_UpdatedAt",
                table: "knowledge_items",
                columns: new[] { "Published", "UpdatedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_knowledge_items_State", table: "knowledge_items", column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_reports_ItemId_At",
                table: "knowledge_reports",
                columns: new[] { "ItemId", "At" }
            );

            migrationBuilder.CreateIndex(name: "IX_knowledge_reports_State", table: "knowledge_reports", column: "State");

            migrationBuilder.CreateIndex(name: "IX_knowledge_steps_ItemId_Id", table: "knowledge_steps", columns: new[] { "ItemId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_versions_ItemId_Number",
                table: "knowledge_versions",
                columns: new[] { "ItemId", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_knowledge_words_ItemId", table: "knowledge_words", column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_requests_absences_SubstituteId_Until",
                table: "requests_absences",
                columns: new[] { "SubstituteId", "Until" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_absences_Unit_Until",
                table: "requests_absences",
                columns: new[] { "Unit", "Until" }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_texts_Unit_Kind", table: "requests_texts", columns: new[] { "Unit", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "knowledge_hits");

            migrationBuilder.DropTable(name: "knowledge_missed");

            migrationBuilder.DropTable(name: "knowledge_reports");

            migrationBuilder.DropTable(name: "knowledge_steps");

            migrationBuilder.DropTable(name: "knowledge_versions");

            migrationBuilder.DropTable(name: "knowledge_words");

            migrationBuilder.DropTable(name: "requests_absences");

            migrationBuilder.DropTable(name: "requests_texts");

            migrationBuilder.DropTable(name: "knowledge_items");
        }
    }
}
