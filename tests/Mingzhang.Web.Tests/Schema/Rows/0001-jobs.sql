insert into job_job_details values ('mingzhang', 'a', 'work', null, 'Mingzhang.Web.Jobs.WorkJob, mingzhang-web', false, false, false, true, null);
insert into job_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, trigger_state, trigger_type, start_time) values ('mingzhang', 'a', 'work', 'a', 'work', 'WAITING', 'SIMPLE', 0);
insert into work (id, kind) values ('00000000-0000-4000-8000-000000000001', 'publish'), ('00000000-0000-4000-8000-000000000002', 'check');
