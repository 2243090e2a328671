import './findings.css';
import { findingsProtocol } from '../../protocol/findings';
import { startPage } from '../shared/startPage';
import { showFindings } from './page';

startPage(findingsProtocol, showFindings);
